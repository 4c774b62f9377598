"""Specification of what rounding accounts for, of two numbers that are printed to the same place."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.edges import Prints, at_least, excused


def prints(right: float, chance: float, left: float = 0.5, unit: float = 0.01) -> Prints:
    """Two numbers printed to the same place, by default with two decimals, and noise that is so much of a unit."""
    return Prints(left, right, unit / 2, unit / 2, 1e-9, unit * chance)


def column(*pairs: Prints) -> list[bool]:
    (found,) = excused([pairs])
    return found


def test_the_probability_of_so_many_rare_events_or_more() -> None:
    assert at_least(0, 0.0) == 1.0
    assert at_least(1, 0.0) == 0.0
    assert at_least(1, 0.5) == pytest.approx(1 - math.exp(-0.5))
    assert at_least(2, 0.5) == pytest.approx(1 - 1.5 * math.exp(-0.5))


@given(st.integers(1, 200), st.floats(0.01, 200))
def test_more_events_are_never_more_probable(count: int, mean: float) -> None:
    assert at_least(count + 1, mean) <= at_least(count, mean) + 1e-12


def test_one_crossing_needs_a_chance_of_half_a_percent() -> None:
    assert column(prints(0.51, 0.0051)) == [True]
    assert column(prints(0.51, 0.0049)) == [False]


def test_numbers_that_are_the_same_are_chances_for_others() -> None:
    assert column(prints(0.51, 0.003)) == [False]
    assert column(prints(0.51, 0.003), prints(0.49, 0.003, 0.49)) == [True, False]


def test_numbers_with_more_digits_lend_a_shorter_one_nothing() -> None:
    longer = [prints(0.5 + place / 10, 0.3, 0.5 + place / 10, 0.000001) for place in range(100)]
    assert column(prints(0.39, 0.00001, 0.38), *longer)[0] is False
    crossing = prints(0.700001, 0.3, 0.7, 0.000001)
    assert column(prints(0.39, 0.00001, 0.38), crossing, *longer)[:2] == [False, True]


def test_shorter_numbers_that_are_the_same_do_not_count_for_a_longer_one() -> None:
    shorter = [prints(0.01 * place, 0.0049, 0.01 * place) for place in range(50)]
    assert column(prints(0.600001, 0.004, 0.6, 0.000001), *shorter)[0] is False


def test_a_pair_that_is_printed_again_and_again_is_one() -> None:
    assert column(*[prints(0.51, 0.03)] * 40) == [True] * 40
    others = [prints(0.01 * place + 0.01, 0.03, 0.01 * place) for place in range(40)]
    assert column(*others) == [False] * 40


def test_a_number_that_has_the_one_partner_and_the_other_has_not_converged() -> None:
    assert column(*[prints(0.51, 0.03), prints(0.5, 0.03)] * 20) == [False] * 40
    assert column(prints(0.51, 0.03), *[prints(0.5, 0.03)] * 20)[0] is True


def test_the_level_is_shared_among_the_columns_of_a_log_that_have_crossings() -> None:
    alone = [prints(0.51, 0.03)]
    assert excused([alone, [prints(0.5, 0.03)]]) == [[True], [False]]
    narrow = [prints(0.51, 0.0049)]
    assert excused([narrow]) == [[False]]
    assert excused([narrow, alone]) == [[True], [True]]


def test_noise_as_large_as_a_unit_excuses_any_number_of_crossings_but_no_others() -> None:
    sure = [prints(0.51, 1.0)] * 5
    assert column(*sure, prints(0.51, 0.004)) == [True] * 5 + [False]


def test_a_number_that_is_known_exactly_crosses_no_edge() -> None:
    assert column(Prints(0.5, 0.5051, 0.005, 0.0, 1e-9, 1.0)) == [False]


def test_two_units_are_no_crossing() -> None:
    assert [prints(right, 1.0).cross for right in (0.5, 0.51, 0.52)] == [False, True, False]


def test_a_finer_print_crosses_an_edge_by_its_own_rounding_and_the_noise() -> None:
    places = (0.504, 0.50504, 0.5053)
    assert [Prints(0.5, right, 0.005, 0.0001, 1e-9, 1e-5).cross for right in places] == [False, True, False]


@given(
    st.lists(st.tuples(st.floats(0.1, 0.9), st.integers(0, 3), st.floats(1e-9, 1e-2), st.integers(1, 6)), max_size=9)
)
def test_whatever_else_stands_in_its_column_a_pair_without_a_chance_is_never_excused(
    others: list[tuple[float, int, float, int]],
) -> None:
    pairs = [
        Prints(left, left + units * 10.0**-digits, 10.0**-digits / 2, 10.0**-digits / 2, 1e-9, noise)
        for left, units, noise, digits in others
    ]
    none = Prints(0.38, 0.39, 0.005, 0.005, 1e-12, 1e-12)
    assert column(*pairs, none)[-1] is False
