"""Specification of batch-norm statistics that one side moves and the other one never does."""

from dataclasses import replace

from harness.watching.pairs import Pairs
from harness.watching.statistics_alone import statistics_alone
from harness.words.observation import Observation, ObservedState, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced

KEPT = ("moving_mean", "moving_variance")
ALONE = "bn/moving_mean moves on the left only"


def run(*names: str, steps: int = 4, size: int = 2, still: tuple[str, ...] = KEPT) -> Observation:
    """Steps that all move the variables of these names; those of batch norm are there besides that are still."""
    seen = tuple(ObservedStep(at, state=tuple(moving(name, at, size) for name in names)) for at in range(steps))
    return Observation(seen, steps, statistics=(*(each for each in names if "moving" in each), *still))


def moving(name: str, at: int, size: int = 2) -> ObservedState:
    return ObservedState(name, reduced([0.1 * at] * size), reduced([0.1 * at + 0.1] * size))


def alone(left: Observation, right: Observation, pairs: Pairs | None = None) -> str:
    return statistics_alone(left, right, pairs or Pairs(()))


def test_what_one_side_never_moves_is_told() -> None:
    both = ("bn/moving_mean", "bn/moving_variance")
    assert alone(run(*both), run()) == ALONE
    assert alone(run(), run(*both)) == "bn/moving_mean moves on the right only"
    mean = run("moving_mean", still=("moving_variance",))
    assert alone(run(*both), mean) == "bn/moving_variance moves on the left only"


def test_a_side_without_such_a_variable_may_keep_the_average_in_what_is_none() -> None:
    assert alone(run("bn/moving_mean"), run(still=())) == ""
    assert alone(run("bn/moving_mean"), run(still=("moving_variance",))) == ""
    assert alone(run("bn/moving_mean", "bn_1/moving_mean"), run("moving_mean", still=())) == ""


def test_an_average_of_another_name_is_a_partner() -> None:
    assert alone(run("bn/moving_mean", "bn/moving_variance"), run("Squeeze/Average", "Squeeze_1/Average")) == ""


def test_one_of_another_size_is_none() -> None:
    assert alone(run("bn/moving_mean"), run("Variable", size=3)) == ALONE


def test_two_of_one_name_are_two() -> None:
    twice = run("moving_mean", "moving_mean")
    assert alone(twice, run("bn/moving_mean", "bn_1/moving_mean")) == ""
    assert alone(twice, run("bn/moving_mean")) == "moving_mean#2 moves on the left only"


def test_what_a_run_behind_the_step_moves_is_seen_from_the_second_step_on() -> None:
    late = run("bn/moving_mean")
    late = replace(late, steps=(replace(late.steps[0], state=()), *late.steps[1:]))
    assert alone(late, run("moving_mean")) == alone(run("moving_mean"), late) == ""
    assert alone(late, run()) == ALONE


def test_what_moves_now_and_then_or_is_no_statistic_is_nothing() -> None:
    seldom = run("bn/moving_mean")
    seldom = replace(seldom, steps=(*seldom.steps[:3], replace(seldom.steps[3], state=())))
    assert alone(seldom, run()) == ""
    assert alone(run("target/average"), run()) == ""


def test_of_two_steps_nothing_is_said() -> None:
    assert alone(run("bn/moving_mean", steps=2), run(steps=2)) == ""


def test_what_the_other_side_trains_alone_may_be_the_partner() -> None:
    trained = ObservedVariable("pop_mean", reduced([0.0, 0.0]), None, reduced([0.1, 0.1]))
    other = run()
    other = replace(other, steps=tuple(replace(each, variables=(trained,)) for each in other.steps))
    assert alone(run("bn/moving_mean"), other, Pairs((), only_right=("pop_mean",))) == ""
    assert alone(run("bn/moving_mean"), other) == ALONE
