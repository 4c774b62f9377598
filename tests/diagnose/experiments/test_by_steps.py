"""Specification of causes that the steps show which both sides were seen to make: turns, schedules, a rate of some."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.rate import other_schedule, rate_of_some
from harness.diagnose.detectors.update import other_turns
from harness.diagnose.evidence.evidence import Evidence
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from tests.diagnose.sides import made
from tests.watching.arrays import reduced

APART = made({"loss": [1.0, 2.0]}, {"loss": [1.0, 3.0]})


def seen(left: list[ObservedStep], right: list[ObservedStep]) -> Evidence:
    one, two = (Observation(tuple(steps), len(steps)) for steps in (left, right))
    return replace(APART, watched=watched(one, two))


def step(number: int, moves: dict[str, float], rate: float | None = 0.1, times: float = 1.0) -> ObservedStep:
    """A step that moves each of these variables by so much of one and two, from what the number says."""
    variables = tuple(
        ObservedVariable(
            name,
            reduced([number + 0.5, 3.0]),
            reduced([times, 2.0 * times]),
            reduced([number + 0.5 - by, 3.0 - 2.0 * by]),
        )
        for name, by in moves.items()
    )
    return ObservedStep(number, rate=rate, variables=variables, loss=reduced(float(number)))


def rated(*rates: float) -> list[ObservedStep]:
    return [step(number, {"w": rate}, rate) for number, rate in enumerate(rates)]


def test_turns_are_told_where_one_group_is_trained_more_often() -> None:
    left = [step(number, {name: 0.1}) for number, name in enumerate("ddgddg")]
    right = [step(number, {name: 0.1}) for number, name in enumerate("dgdg")]
    finding = other_turns.detect(seen(left, right))
    assert finding is not None
    assert finding.evidence == (
        "the left trains d 2 times, then g 1 time, then d 2 times, then g 1 time; "
        "the right d 1 time, then g 1 time, then d 1 time, then g 1 time"
    )


@pytest.mark.parametrize(("left", "right"), [("ddgddg", "ddgd"), ("dddd", "dd"), ("dgdg", "dhdh")])
def test_turns_are_no_cause_where_they_are_alike_or_of_other_groups(left: str, right: str) -> None:
    sides = ([step(number, {name: 0.1}) for number, name in enumerate(turns)] for turns in (left, right))
    assert other_turns.detect(seen(*sides)) is None


TOGETHER = """def train():
    one, two = d_tape.gradient(d_loss, d), g_tape.gradient(g_loss, g)
    d_opt.apply_gradients(zip(one, d))
    g_opt.apply_gradients(zip(two, g))
"""
APART_FROM_ONE_ANOTHER = """def train():
    d_opt.apply_gradients(zip(d_tape.gradient(d_loss, d), d))
    g_opt.apply_gradients(zip(g_tape.gradient(g_loss, g), g))
"""


@pytest.mark.parametrize(
    ("parts_in", "source", "line"),
    [(1, TOGETHER, 3), (0, TOGETHER, None), (1, APART_FROM_ONE_ANOTHER, None), (1, "", None)],
)
def test_gradients_of_all_groups_that_are_taken_before_any_is_updated_are_told(
    parts_in: int, source: str, line: int | None
) -> None:
    steps = [step(number, {name: 0.1}) for number, name in enumerate("dgdg")]
    sides = seen(steps, [*steps[:parts_in], *(replace(each, loss=reduced(9.0)) for each in steps[parts_in:])])
    finding = other_turns.detect(replace(sides, right=replace(sides.right, source=source)))
    assert (finding is not None and f"before it updates any in line {line}" in finding.evidence) is (line is not None)


def test_a_schedule_is_told_with_how_one_follows_from_the_other() -> None:
    faster = other_schedule.detect(seen(rated(1.0, 0.9, 0.8, 0.7, 0.6, 0.5), rated(1.0, 0.8, 0.6, 0.4, 0.2, 0.1)))
    assert faster is not None and faster.evidence.endswith(" in the right: it goes 2 times as fast")
    late = other_schedule.detect(seen(rated(1.0, 1.0, 1.0, 1.0, 0.5, 0.5), rated(1.0, 1.0, 1.0, 1.0, 0.5, 1.0)))
    assert late is not None and late.evidence.startswith("the rates are 1, 1, 1, 1, …, from step 5 on 0.5 in the left ")
    ahead = other_schedule.detect(seen(rated(1.0, 0.9, 0.8, 0.7), rated(0.9, 0.8, 0.7, 0.6)))
    assert ahead is not None and ahead.evidence == (
        "the rates are 1, 0.9, 0.8, 0.7 in the left and 0.9, 0.8, 0.7, 0.6 in the right: those of step n + 1 in step n"
    )


def test_a_rate_that_is_a_constant_times_the_other_is_no_other_schedule() -> None:
    assert other_schedule.detect(seen(rated(1.0, 0.9, 0.8), rated(0.5, 0.45, 0.4))) is None


def test_a_rate_of_some_is_told_where_all_others_move_alike() -> None:
    finding = rate_of_some.detect(seen([step(0, {"w": 0.1, "b": 0.1})], [step(0, {"w": 0.1, "b": 0.02})]))
    assert finding is not None
    assert finding.evidence == "b is moved 5 times as far in the left as in the right, and all other variables alike"
    assert finding.trials[0].arguments == {"variables": ["b"], "factor": 5.0, "moves": True}


def test_a_rate_of_all_or_of_several_factors_is_none_of_some() -> None:
    for others in ({"w": 0.2, "b": 0.2}, {"w": 0.2, "b": 0.3}, {"w": 0.1, "b": 0.1}):
        assert rate_of_some.detect(seen([step(0, {"w": 0.1, "b": 0.1})], [step(0, others)])) is None
