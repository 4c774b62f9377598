"""Specification of what rounding accounts for, of two numbers that are printed to the same place."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.edges import Prints, at_least, excused


def prints(right: float, chance: float, left: float = 0.5) -> Prints:
    """Two numbers with two decimals, and noise that is so much of a unit."""
    return Prints(left, right, 0.01, 1e-9, 0.01 * chance)


def test_the_probability_of_so_many_rare_events_or_more() -> None:
    assert at_least(0, 0.0) == 1.0
    assert at_least(1, 0.0) == 0.0
    assert at_least(1, 0.5) == pytest.approx(1 - math.exp(-0.5))
    assert at_least(2, 0.5) == pytest.approx(1 - 1.5 * math.exp(-0.5))


@given(st.integers(1, 200), st.floats(0.01, 200))
def test_more_events_are_never_more_probable(count: int, mean: float) -> None:
    assert at_least(count + 1, mean) <= at_least(count, mean) + 1e-12


def test_one_crossing_needs_a_chance_of_two_percent() -> None:
    assert excused([prints(0.51, 0.021)]) == [True]
    assert excused([prints(0.51, 0.019)]) == [False]


def test_numbers_that_are_the_same_are_chances_for_others() -> None:
    assert excused([prints(0.51, 0.011), prints(0.5, 0.011)]) == [True, True]


def test_noise_as_large_as_a_unit_excuses_any_number_of_crossings_but_no_others() -> None:
    sure = [prints(0.51, 1.0)] * 5
    assert excused([*sure, prints(0.51, 0.001)]) == [True] * 5 + [False]


def test_numbers_that_are_not_printed_to_the_same_place_are_never_excused() -> None:
    assert excused([Prints(0.5, 0.51, 0.0, 1e-9, 1.0)]) == [False]


def test_two_units_are_no_crossing() -> None:
    assert [prints(right, 1.0).cross for right in (0.5, 0.51, 0.52)] == [False, True, False]
