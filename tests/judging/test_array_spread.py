"""Specification of what rounding alone makes of an array, and what that excuses."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.array_spread import is_amplified, spread_of_array

BASE = np.array([1.0, -0.5, 0.25, 0.0], np.float32)
# The last element is moved by no sample.
MOVED = [BASE + np.array([0, 2e-5, -3e-5, 0], np.float32), BASE + np.array([1e-5, -3e-5, 1e-5, 0], np.float32)]


def excused(right: npt.NDArray[np.generic], base: npt.NDArray[np.generic] = BASE) -> bool:
    spread = spread_of_array(base, MOVED)
    assert spread is not None
    return is_amplified(base, right, spread)


@pytest.mark.parametrize(
    ("moved", "wanted"),
    [
        ([2e-5, 3e-5, -2e-5, 0], True),
        # Three times the spread, and a little more.
        ([0, 8.9e-5, 0, 0], True),
        ([0, 9.5e-5, 0, 0], False),
        # No element is too far off, but all together are.
        ([6e-5, 8e-5, 8e-5, 0], False),
        ([0, 0, 0, 1e-7], False),
        ([0, float("nan"), 0, 0], False),
    ],
)
def test_up_to_three_times_the_spread_is_excused(moved: list[float], wanted: bool) -> None:
    assert excused(BASE + np.array(moved, np.float32)) is wanted


def test_an_array_of_another_shape_or_of_whole_numbers_is_not() -> None:
    assert not excused(np.zeros(3, np.float32))
    assert not excused(np.zeros(4, np.int32))


def test_where_one_ulp_moves_a_part_of_the_number_itself_nothing_can_be_told() -> None:
    samples = [BASE + np.float32(0.1), BASE - np.float32(0.1)]
    spread = spread_of_array(BASE, samples)
    assert spread is not None
    assert not is_amplified(BASE, samples[0], spread)


def test_whole_numbers_what_is_not_finite_and_another_shape_have_no_spread() -> None:
    assert spread_of_array(np.array([1, 2]), [np.array([1, 3])]) is None
    assert spread_of_array(np.array([1.0, np.inf]), [np.array([1.0, np.inf])]) is None
    assert spread_of_array(BASE, [BASE[:2]]) is None


@given(st.lists(st.lists(st.floats(-(2.0**-10), 2.0**-10, width=32), min_size=3, max_size=3), min_size=1, max_size=5))
def test_each_sample_lies_within_the_spread_of_all(moves: list[list[float]]) -> None:
    base = np.array([1.0, -2.0, 0.5], np.float32)
    samples = [base + np.array(move, np.float32) for move in moves]
    spread = spread_of_array(base, samples)
    assert spread is not None
    assert all(is_amplified(base, sample, spread) for sample in samples)


def test_large_elements_excuse_no_small_ones() -> None:
    base = np.array([100.0, 120.0, 0.5, 0.25], np.float32)
    samples = [base + np.array([3e-3, -2e-3, 1e-5, -5e-6], np.float32)]
    spread = spread_of_array(base, samples)
    assert spread is not None
    assert is_amplified(base, base + np.array([2e-3, 1e-3, -1e-5, 5e-6], np.float32), spread)
    assert not is_amplified(base, base + np.array([0, 0, 1e-3, 0], np.float32), spread)
