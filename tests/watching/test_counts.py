"""Specification of when two runs surely apply unequal numbers of updates, however each of them is written."""

from dataclasses import replace

from harness.watching.counts import surely_unequal, unequal_steps
from harness.watching.pairs import Pairs, VariablePair
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced

BOTH = Pairs((VariablePair("w", "w"), VariablePair("b", "b")))


def step(number: int, *names: str, moves: bool = True) -> ObservedStep:
    values = reduced(float(number)), reduced(float(number + moves))
    return ObservedStep(number, variables=tuple(ObservedVariable(name, values[0], None, values[1]) for name in names))


def together(count: int, loose: int | None = 0) -> Observation:
    """Both variables are updated in each step, of which the first hundred are told."""
    return Observation(tuple(step(number, "w", "b") for number in range(min(count, 100))), count, loose=loose)


def by_turns(count: int) -> Observation:
    """Each variable has a step of its own."""
    made = tuple(step(number, "wb"[number % 2]) for number in range(min(2 * count, 100)))
    return Observation(made, 2 * count, loose=0)


def test_unequal_numbers_of_steps_are_told_by_the_names_of_the_sides() -> None:
    assert unequal_steps(together(1), together(203), ("the left side", "the right")) == (
        "the left side makes 1 step, the right 203"
    )
    assert unequal_steps(together(6), together(6), ("the left side", "the right")) == ""


def test_six_updates_are_surely_not_two_hundred_and_three() -> None:
    assert surely_unequal(together(6), together(203), BOTH)
    assert surely_unequal(together(203), together(6), BOTH)
    assert not surely_unequal(together(6), together(6), BOTH)


def test_a_step_for_each_variable_is_as_many_updates_as_one_for_all_of_them() -> None:
    assert not surely_unequal(together(6), by_turns(6), BOTH)
    assert surely_unequal(together(6), by_turns(7), BOTH)


def test_of_steps_for_some_variables_that_were_not_all_told_nothing_is_sure() -> None:
    assert not surely_unequal(together(120), by_turns(120), BOTH)
    assert not surely_unequal(together(120), by_turns(500), BOTH)


def test_variables_without_a_partner_leave_it_to_those_that_move_in_each_step() -> None:
    lone = replace(BOTH, only_left=("v",))
    assert surely_unequal(together(6), together(7), lone)
    assert not surely_unequal(together(6), by_turns(7), lone)


def test_steps_that_move_nothing_are_as_good_as_none() -> None:
    idle = Observation(tuple(step(number, "w", "b", moves=number % 4 == 3) for number in range(24)), 24, loose=0)
    assert not surely_unequal(together(6), idle, BOTH)
    assert surely_unequal(together(5), idle, BOTH)
    assert surely_unequal(together(25), idle, BOTH)


def test_assignments_that_are_no_steps_may_be_what_is_missing() -> None:
    assert not surely_unequal(together(26), together(6, loose=20), BOTH)
    assert surely_unequal(together(27), together(6, loose=20), BOTH)


def test_where_updates_cannot_be_counted_nothing_is_sure() -> None:
    assert not surely_unequal(together(6, loose=None), together(203), BOTH)
    assert not surely_unequal(together(6), together(203, loose=None), BOTH)
    assert not surely_unequal(Observation(loose=0), together(203), BOTH)
