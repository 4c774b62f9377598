"""Specification of gradients with the other sign: the sign is told, and no constant that may turn it by accident."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.anywhere import other_constant
from harness.diagnose.detectors.gradients import sign_turned
from harness.diagnose.evidence.evidence import Evidence
from harness.targets.report import Seen
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from tests.diagnose.sides import made
from tests.watching.arrays import reduced

SOURCES = ("scale = 0.5\nloss = f(scale)\n", "scale = 0.25\nloss = f(scale)\n")


def evidence(gradient: list[float], moved: list[float]) -> Evidence:
    def step(gradient: list[float], after: list[float]) -> ObservedStep:
        return ObservedStep(
            0,
            "eager",
            loss=reduced(2.0),
            variables=(ObservedVariable("w", reduced([1.0, 2.0]), reduced(gradient), reduced(after)),),
        )

    steps = step([0.5, -1.0], [0.95, 2.1]), step(gradient, moved)
    one, two = (Observation((each,), 1) for each in steps)
    seen = watched(one, two)
    sides = made({"loss": [2.0, 1.0]}, {"loss": [2.0, 3.0]}, sources=SOURCES)
    calls = (Seen("calls watched", None),)
    return replace(sides, watched=seen, left=replace(sides.left, seen=calls), right=replace(sides.right, seen=calls))


@pytest.mark.parametrize(
    ("gradient", "moved", "negated"), [([-0.5, 1.0], [1.05, 1.9], True), ([0.25, -0.5], [0.975, 2.05], False)]
)
def test_a_constant_is_named_only_where_the_gradients_are_not_the_other_way_round(
    gradient: list[float], moved: list[float], negated: bool
) -> None:
    sides = evidence(gradient, moved)
    assert (sign_turned.detect(sides) is not None) is negated
    assert (other_constant.detect(sides) is None) is negated
