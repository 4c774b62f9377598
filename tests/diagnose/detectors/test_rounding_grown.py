"""Rounding that has grown: it starts in the last bits, at the scale of each array, and has no leap."""

from dataclasses import replace

import numpy as np
import pytest

from harness.diagnose.detectors.last_bits.rounding_grown import detect
from harness.judging.lines import compare_lines
from harness.watching.pairs import Pairs
from harness.watching.stages import StageHeld
from harness.watching.things import Gap
from harness.watching.watched import StepHeld, Watched
from harness.words.finding import Confidence
from harness.words.observation import Observation
from harness.words.stage import Stage
from harness.words.verdict import Comparison, Verdict
from tests.diagnose.sides import USUAL, made

DIVERGED = Comparison("made up", Verdict.DIVERGED, 3, 10)
LOSS = [float(np.float32(value)) for value in (7.46, 5.2, 4.1, 3.3, 2.7, 2.2, 1.8, 1.5, 1.2, 1.0)]
# As a training on two releases was seen to move apart: three to four times as far with each record.
GROWING = (1, 3, 9, 20, 60, 150, 300, 500, 700, 790)


def moved(ulps: tuple[int, ...]) -> list[float]:
    return [float(value + up * np.spacing(np.float32(value))) for value, up in zip(LOSS, ulps, strict=True)]


def test_a_distance_that_grows_from_the_last_bit_is_told() -> None:
    found = detect(made({"loss": LOSS}, {"loss": moved(GROWING)}))
    assert found is not None
    assert (found.cause, found.confidence, found.trials) == ("rounding-grown", Confidence.POSSIBLE, ())
    assert found.evidence == (
        "all is at most 1 ULP apart in the first record (loss) and moves apart without a leap, by at most 790 ULP "
        "(loss in record 10), of the largest in each array"
    )


@pytest.mark.parametrize(
    "ulps",
    [
        (9, *GROWING[1:]),
        (0, 0, 0, 0, 5000, 5000, 5000, 5000, 5000, 5000),
        (0, 0, 1, 0, 2, 1, 0, 3, 2, 1),
        (1, 10, 100, 1000, 10000, 100000, 500000, 500000, 500000, 500000),
    ],
    ids=["far off at first", "a leap", "no growth", "too far off"],
)
def test_what_is_no_grown_rounding_is_not_told(ulps: tuple[int, ...]) -> None:
    assert detect(made({"loss": LOSS}, {"loss": moved(ulps)})) is None


def test_numbers_beyond_the_largest_float_are_no_rounding() -> None:
    assert detect(made({"loss": [*LOSS[:-1], float("inf")]}, {"loss": [*moved(GROWING)[:-1], 1.0]})) is None


def test_a_small_element_is_held_against_its_array() -> None:
    large, small = [1.0] * 6, [1e-4] * 6
    off = [1e-4 + step * 2e-8 for step in (1, 2, 8, 20, 30, 60)]
    found = detect(made({"w[0]": large, "w[1]": small}, {"w[0]": large, "w[1]": off}))
    assert found is not None
    assert "by at most 10 ULP (w in record 6)" in found.evidence
    assert detect(made({"w": small}, {"w": off})) is None


def test_where_a_stage_is_seen_to_be_plainly_apart_nothing_is_called_rounding() -> None:
    evidence = made({"loss": LOSS}, {"loss": moved(GROWING)})
    for apart, told in ((0.02, False), (0.005, True)):
        gaps = (Gap("w", "[1, 2]", "[2, 4]", apart),)
        parting = StepHeld(0, (StageHeld(Stage.GRADIENTS, 1, 0, gaps),))
        seen = Watched(Observation(), Observation(), Pairs(()), 1, 0, parting)
        assert (detect(replace(evidence, watched=seen)) is not None) is told


@pytest.mark.parametrize("comparison", [replace(DIVERGED, missing=1), replace(DIVERGED, verdict=Verdict.ROUNDED)])
def test_a_missing_record_and_what_passes_are_not_told(comparison: Comparison) -> None:
    assert detect(made({"loss": LOSS}, {"loss": moved(GROWING)}, comparison=comparison)) is None


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("w [ 1.3898518  -0.0302975]", "w [ 1.3898518  -0.03029752]", "drifted"),
        ("w [ 1.3898518  -0.0302975]", "w [ 1.3898518  -0.03029812]", "diverged"),
        ("w [ 1000.5  0.0001]", "w [ 1000.5  0.0002]", "diverged"),
        ("w 1.3898518 b -0.0302975", "w 1.3898518 b -0.03029752", "diverged"),
    ],
    ids=["of its array", "beyond its array", "digits of its own", "no array"],
)
def test_a_small_element_may_be_off_by_a_last_bit_of_its_array(left: str, right: str, verdict: str) -> None:
    assert compare_lines([left], [right], USUAL).comparison.verdict == verdict
