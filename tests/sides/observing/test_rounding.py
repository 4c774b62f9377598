"""Specification of a port that parts from its original where that, moved by one ULP, parts from itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.observing import rounding
from harness.sides.run import Sides
from harness.targets.target import Request
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced

LEFT = Side("old.py", (), origin=Origin(Path("python"), Request(Path("old.py"), {}, 1.0, 1, 1)))


def run(*jumps: tuple[int, float, float]) -> Observation:
    """Twelve steps of two weights with gradients 1 and 1, but for ``jumps``: in which step, and what they are there."""
    gradients = {number: (one, two) for number, one, two in jumps}
    steps = []
    for number in range(12):
        one, two = gradients.get(number, (1.0, 1.0))
        before = [5.0 - 0.1 * number, 3.0 - 0.1 * number]
        after = [before[0] - 0.1 * one, before[1] - 0.1 * two]
        made = ObservedVariable("w", reduced(before), reduced([one, two]), reduced(after))
        steps.append(ObservedStep(number, "session", "ApplyGradientDescent", variables=(made,), rate=0.1))
    return Observation(tuple(steps), 12, loose=0)


def comes_as_far(port: Observation, moved: Observation, monkeypatch: pytest.MonkeyPatch) -> bool:
    def by_rounding(*_: object) -> Iterator[Observation]:
        yield moved

    monkeypatch.setattr(rounding, "moved_by_rounding", by_rounding)
    seen = watched(run(), port)
    assert seen.parting is not None and seen.agreeing == 10
    return rounding.as_far_by_rounding(LEFT, seen, Sides(LEFT, LEFT, {}))


def test_a_gradient_that_jumps_in_a_later_step_than_that_of_the_original_and_as_far_is_rounding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert comes_as_far(run((10, 1.007, 1.0)), run((4, 1.0, 0.992)), monkeypatch)


@pytest.mark.parametrize(
    "moved",
    [
        (4, 1.0, 0.997),  # by less than half of it
        (11, 1.0, 0.992),  # later
    ],
)
def test_one_that_jumps_further_or_sooner_is_not(
    moved: tuple[int, float, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not comes_as_far(run((10, 1.007, 1.0)), run(moved), monkeypatch)


def test_gradients_that_are_all_scaled_are_clipped_and_not_rounded(monkeypatch: pytest.MonkeyPatch) -> None:
    moved = run((4, 1.0, 0.85))
    assert comes_as_far(run((10, 0.8, 1.0)), moved, monkeypatch)
    assert not comes_as_far(run((10, 0.8, 0.8)), moved, monkeypatch)
