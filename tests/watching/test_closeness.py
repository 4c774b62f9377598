"""Specification of closeness: by the largest element of two arrays, and what no number is apart from all that is."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.watching.closeness import agree, agree_cancelled, closeness, rounding
from tests.watching.arrays import reduced

ARRAYS = st.lists(st.floats(width=32), max_size=40)
NAN, INF = float("nan"), float("inf")


@given(ARRAYS)
def test_an_array_has_the_same_bits_as_itself(array: list[float]) -> None:
    held = closeness(reduced(array), reduced(array))
    assert (held.same_bits, held.relative) == (True, 0.0)


@given(ARRAYS, ARRAYS)
def test_which_side_is_the_left_one_makes_no_difference(one: list[float], two: list[float]) -> None:
    left, right = reduced(one), reduced(two)
    assert closeness(left, right) == closeness(right, left)
    assert closeness(left, right).relative >= 0


def test_the_distance_is_relative_to_the_largest_element_and_not_to_each() -> None:
    held = closeness(reduced([100.0, 0.001]), reduced([100.0, 0.002]))
    assert held.same_bits is False
    assert held.relative == pytest.approx(1e-5)


def test_sixty_four_spacings_of_the_largest_element_are_rounding_and_sixty_five_are_none() -> None:
    one = reduced([1.0, 0.5])
    assert rounding(one, one) == 64 * 2.0**-23
    assert agree(one, reduced([1.0, 0.5 + 64 * 2.0**-23]))
    assert not agree(one, reduced([1.0, 0.5 + 65 * 2.0**-23]))


def test_of_two_dtypes_the_coarser_one_decides() -> None:
    assert agree(reduced([1.0], "float64"), reduced([1.0 + 2.0**-20], "float32"))
    assert not agree(reduced([1.0], "float64"), reduced([1.0 + 2.0**-20], "float64"))


def test_the_same_number_in_another_dtype_is_close_and_has_other_bits() -> None:
    held = closeness(reduced([0.5], "float64"), reduced([0.5], "float32"))
    assert (held.same_bits, held.relative) == (False, 0.0)


def test_integers_agree_exactly_or_not_at_all() -> None:
    assert not agree(reduced([1000], "int64"), reduced([1001], "int64"))
    assert agree(reduced([1000], "int64"), reduced([1000], "int32"))


def test_gradients_may_be_a_ten_thousandth_apart() -> None:
    one = reduced([1.0, 2.0])
    assert agree_cancelled(one, reduced([1.0, 2.0001]))
    assert not agree_cancelled(one, reduced([1.0, 2.001]))


@pytest.mark.parametrize("other", [[1.0, 2.0], [NAN, INF], [1.0, -INF], [2.0, NAN, 1.0]])
def test_what_is_no_number_is_apart_from_all_else(other: list[float]) -> None:
    assert closeness(reduced([1.0, NAN]), reduced(other)).relative == math.inf


def test_infinity_at_one_place_leaves_the_others_to_be_held() -> None:
    held = closeness(reduced([INF, 1.0, NAN]), reduced([INF, 1.5, NAN]))
    assert held.relative == pytest.approx(0.5 / 1.5)


def test_what_has_another_number_of_elements_is_apart() -> None:
    assert closeness(reduced([1.0]), reduced([1.0, 1.0])).relative == math.inf


def test_another_shape_of_as_many_elements_is_none() -> None:
    assert closeness(reduced([[1.0], [2.0]]), reduced([1.0, 2.0])).relative == 0.0


def test_what_the_sample_leaves_out_shows_in_the_norm() -> None:
    one = np.ones(1000, np.float32)
    two = one.copy()
    two[1:31] = 0.0  # between the first and the second element of the sample
    assert reduced(one).sample == reduced(two).sample
    assert not agree(reduced(one), reduced(two))


def test_zeros_against_anything_are_wholly_apart() -> None:
    assert closeness(reduced([0.0]), reduced([1e-30])).relative == 1.0
    assert closeness(reduced([0.0]), reduced([-0.0])).relative == 0.0
