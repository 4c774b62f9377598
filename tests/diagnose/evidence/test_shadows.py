"""Specification of what follows trained variables, averages and targets: by which share of the way, in which steps."""

import pytest

from harness.diagnose.evidence.shadows import Shadow, shadows_in
from harness.words.observation import Observation, ObservedState, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced


def run(shares: dict[int, float], *, late: bool = True) -> Observation:
    """A variable that goes up by one and two in each step, and a shadow that follows it in some of them."""
    steps, shadow = [], [0.0, 1.0]
    for number in range(5):
        before, after = [number, 2.0 * number], [number + 1.0, 2.0 * number + 2.0]
        aim, was = after if late else before, list(shadow)
        share = shares.get(number, 0.0)
        shadow = [one + share * (two - one) for one, two in zip(was, aim, strict=True)]
        variable = ObservedVariable("w", reduced(before), None, reduced(after))
        state = ObservedState("w_avg", reduced(was), reduced(shadow))
        steps.append(ObservedStep(number, variables=(variable,), state=(state,)))
    return Observation(tuple(steps), 5)


@pytest.mark.parametrize("late", [True, False])
def test_a_share_is_that_of_the_way_to_the_value_after_the_step_or_before_it(late: bool) -> None:
    (found,) = shadows_in(run(dict.fromkeys(range(5), 0.25), late=late))
    assert (found.name, found.of, list(found.shares)) == ("w_avg", "w", [0, 1, 2, 3, 4])
    assert found.share == pytest.approx(0.25)
    assert str(found) == "w_avg moves by 0.25 of the way to w in steps 0, 1, 2, 3, …"


def test_a_copy_is_told_with_its_steps() -> None:
    (found,) = shadows_in(run({0: 1.0, 2: 1.0, 4: 1.0}))
    assert str(found) == "w_avg becomes a copy of w in steps 0, 2, 4"


def test_shares_that_change_are_told_one_by_one() -> None:
    (found,) = shadows_in(run({0: 0.9, 1: 0.8, 2: 0.75}))
    assert found.share is None
    assert str(found) == "w_avg moves by 0.9, 0.8, 0.75, … of the way to w in steps 0, 1, 2"


def test_what_moves_otherwise_is_no_shadow() -> None:
    steps = tuple(
        ObservedStep(
            number,
            variables=(ObservedVariable("w", reduced([0.0, 0.0]), None, reduced([1.0, 1.0])),),
            state=(ObservedState("m", reduced([number, 0.0]), reduced([number, 5.0 + number])),),
        )
        for number in range(3)
    )
    assert shadows_in(Observation(steps, 3)) == ()
    assert shadows_in(Observation((), 0)) == ()


def test_one_share_is_one_but_for_rounding() -> None:
    assert Shadow("a", "w", {0: 0.01, 1: 0.010001}).share == 0.01
    assert Shadow("a", "w", {0: 0.01, 1: 0.011}).share is None
