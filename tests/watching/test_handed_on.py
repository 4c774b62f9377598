"""Specification of state that one side keeps in a variable and the other one feeds."""

import itertools

from harness.watching.handed_on import without_fed_state
from harness.words.observation import Observation, ObservedState, ObservedStep
from tests.watching.arrays import reduced


def keeping(*values: list[float]) -> Observation:
    """A run whose steps move one state from each of these values to the next one."""
    steps = [
        ObservedStep(number, state=(ObservedState("rnn/state", reduced(before), reduced(after)),))
        for number, (before, after) in enumerate(itertools.pairwise(values))
    ]
    return Observation(tuple(steps), len(steps))


def feeding(*values: list[float]) -> Observation:
    """A run that is fed these values, one in each step."""
    steps = [ObservedStep(number, fed={"state": reduced(value)}) for number, value in enumerate(values)]
    return Observation(tuple(steps), len(steps))


def test_what_the_other_side_is_fed_is_no_statistic() -> None:
    kept, fed = keeping([0.0, 0.0], [0.5, 0.25], [0.75, 0.5]), feeding([0.0, 0.0], [0.5, 0.25])
    for left, right in (without_fed_state(fed, kept), without_fed_state(kept, fed)[::-1]):
        assert left == fed
        assert [step.state for step in right.steps] == [(), ()]


def test_zeros_say_nothing_and_other_numbers_are_a_statistic() -> None:
    kept = keeping([0.0, 0.0], [0.5, 0.25], [0.75, 0.5])
    for fed in (feeding([0.0, 0.0], [0.1, 0.2]), feeding([0.0, 0.0], [0.0, 0.0]), feeding([0.5, 0.25], [3.0, 4.0])):
        assert without_fed_state(kept, fed) == (kept, fed)
