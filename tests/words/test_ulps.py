"""Distances in units in the last place."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from harness.words.ulps import exact, held, nearest, relative_difference, spacing, ulps_between
from tests.traces import items

FLOATS = ("float16", "float32", "float64")
drawn_dtype = st.shared(st.sampled_from([*FLOATS, "bfloat16", "float"]), key="dtype")
drawn_item = drawn_dtype.flatmap(items)


@given(drawn_dtype, drawn_item, drawn_item)
def test_the_distance_is_the_same_both_ways(dtype: str, left: float, right: float) -> None:
    assert ulps_between(left, right, dtype) == ulps_between(right, left, dtype)


@given(drawn_dtype, drawn_item, drawn_item)
def test_the_distance_is_zero_only_between_equals(dtype: str, left: float, right: float) -> None:
    equal = left == right or (math.isnan(left) and math.isnan(right))
    assert (ulps_between(left, right, dtype) == 0) is equal


@given(st.sampled_from(FLOATS), st.data())
def test_neighbours_are_one_apart(dtype: str, data: st.DataObject) -> None:
    item = data.draw(items(dtype))
    with np.errstate(over="ignore", under="ignore"):
        above = float(np.nextafter(np.dtype(dtype).type(item), np.dtype(dtype).type(np.inf)))
    assume(math.isfinite(item) and math.isfinite(above))
    assert ulps_between(item, above, dtype) == 1


@pytest.mark.parametrize("dtype", FLOATS)
def test_the_smallest_numbers_around_zero_are_two_apart(dtype: str) -> None:
    tiny = float(np.finfo(dtype).smallest_subnormal)
    assert ulps_between(-tiny, tiny, dtype) == 2
    assert ulps_between(-tiny, 0.0, dtype) == 1
    assert ulps_between(0.0, -0.0, dtype) == 0


def test_a_bfloat16_is_counted_in_its_own_steps() -> None:
    # Seven bits of fraction: above 1.0 comes 1 + 2**-7.
    assert ulps_between(1.0, 1.0078125, "bfloat16") == 1
    assert ulps_between(1.0, 1.015625, "bfloat16") == 2
    assert spacing(1.0, "bfloat16") == 2**-7


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1.0, 1.0), (1.00390625, 1.0), (1.01171875, 1.015625), (3.3961775292304601e38, math.inf), (-0.1, -0.10009765625)],
    ids=["itself", "half way, to even", "half way, to even above", "too large", "below zero"],
)
def test_the_nearest_bfloat16(number: float, expected: float) -> None:
    assert nearest(number, "bfloat16") == expected


def test_the_nearest_float32_is_the_float64_that_equals_it() -> None:
    assert nearest(0.1, "float32") == 0.10000000149011612
    assert nearest(1e39, "float32") == math.inf
    assert math.isnan(nearest(math.nan, "bfloat16"))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (math.nan, math.nan, 0),
        (math.inf, math.inf, 0),
        (math.nan, 1.0, None),
        (math.inf, 1.0, None),
        (math.inf, -math.inf, None),
        (math.inf, math.nan, None),
    ],
)
def test_what_is_no_number_has_no_distance_but_to_itself(left: float, right: float, expected: int | None) -> None:
    assert ulps_between(left, right, "float32") == expected


def test_spacing_is_the_gap_above() -> None:
    assert spacing(1.0, "float32") == 2**-23
    assert spacing(-1.0, "float32") == 2**-23
    assert spacing(5.76, "float32") == 2**-21
    assert spacing(1.0, "float") == 2**-52
    assert spacing(0.0, "float32") == 2**-149


def test_spacing_is_zero_where_there_is_no_next_number() -> None:
    assert spacing(math.inf, "float32") == spacing(math.nan, "float32") == 0.0
    assert spacing(float(np.finfo(np.float32).max), "float32") == 0.0


def test_the_relative_difference_is_that_to_the_expected_number() -> None:
    assert relative_difference(1.5, 1.0) == 0.5
    assert relative_difference(1.0, -2.0) == 1.5
    assert relative_difference(2**53 + 1, 2**53) == 2.0**-53


@pytest.mark.parametrize(
    ("measured", "expected"),
    [(1.0, 0.0), (math.nan, 1.0), (1.0, math.nan), (math.inf, 1.0), (1.0, math.inf), (1e300, 1e-300)],
)
def test_there_is_no_relative_difference(measured: float, expected: float) -> None:
    assert relative_difference(measured, expected) is None


def test_a_number_is_exact_whatever_its_size() -> None:
    assert exact(10**400 + 1) == Fraction(10**400 + 1)
    assert exact(0.5) == Fraction(1, 2)
    assert exact(math.inf) is None
    assert exact(math.nan) is None


@pytest.mark.parametrize(("left", "right"), [(1e39, 5e300), (1e-50, 2e-50), (1e39, float("inf")), (-1e39, 1e39)])
def test_numbers_beyond_a_dtype_have_no_distance_in_it(left: float, right: float) -> None:
    assert ulps_between(left, right, "float32") is None
    assert ulps_between(left, left, "float32") == 0


def test_a_number_is_held_where_one_is_near() -> None:
    assert [held(value, "float32") for value in (1.1, 0.0, 1e-40, float("inf"), float("nan"))] == [True] * 5
    assert [held(value, "float32") for value in (1e39, -1e39, 1e-50)] == [False] * 3
    assert held(1e39, "float64")
