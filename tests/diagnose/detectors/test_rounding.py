"""Rounding: a few ULPs, no trend."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.detectors.last_bits.rounding import detect
from harness.words.finding import Confidence
from harness.words.verdict import Comparison, Verdict
from tests.diagnose.sides import golden, held, made, variant

DRIFTED = Comparison("made up", Verdict.DRIFTED, 9, 10)
ROUNDED = Comparison("made up", Verdict.ROUNDED, 10, 10)
VALUES = [float(np.float32(value)) for value in (5.0, 2.6, 1.16, 0.296, -0.22, -0.53, -0.72, -0.83, -0.9, -0.94)]


def moved(*ulps: int) -> list[float]:
    return [float(value + up * np.spacing(np.float32(value))) for value, up in zip(VALUES, ulps, strict=True)]


def test_a_few_ulps_here_and_there_are_rounding() -> None:
    right = moved(0, 3, 0, 0, 8, 1, 0, 0, 0, 6)
    found = detect(made({"w": VALUES}, {"w": right}, comparison=DRIFTED))
    assert found is not None
    assert (found.cause, found.confidence) == ("rounding", Confidence.LIKELY)
    assert found.evidence == (
        "4 of 10 numbers of the right differ from those of the left (w), by at most 8 ULP and no more at the end than "
        "at the start"
    )


@given(st.lists(st.integers(-8, 8), min_size=5, max_size=5))
def test_the_same_distances_in_both_halves_have_no_trend(half: list[int]) -> None:
    found = detect(made({"w": VALUES}, {"w": moved(*half, *half)}, comparison=DRIFTED))
    assert (found is not None) == any(half)


@pytest.mark.parametrize("ulps", [(0, 1, 0, 0, 0, 0, 2, 6, 7, 8), (0, 0, 0, 0, 9, 0, 0, 0, 0, 0)])
def test_a_trend_or_a_ninth_ulp_is_no_rounding(ulps: tuple[int, ...]) -> None:
    assert detect(made({"w": VALUES}, {"w": moved(*ulps)}, comparison=DRIFTED)) is None


def test_what_passes_needs_no_cause() -> None:
    assert detect(made({"w": VALUES}, {"w": moved(0, 3, 0, 0, 8, 1, 0, 0, 0, 6)}, comparison=ROUNDED)) is None


@pytest.mark.parametrize(
    "comparison",
    [Comparison("", Verdict.DRIFTED, 9, 10, missing=1), Comparison("", Verdict.DRIFTED, 9, 10, left_over=1)],
)
def test_a_missing_record_is_no_rounding(comparison: Comparison) -> None:
    assert detect(made({"w": VALUES}, {"w": moved(0, 3, 0, 0, 8, 1, 0, 0, 0, 6)}, comparison=comparison)) is None


def test_another_dtype_is_no_rounding() -> None:
    right = moved(0, 3, 0, 0, 8, 1, 0, 0, 0, 6)
    assert detect(made({"w": VALUES}, {"w": right}, comparison=DRIFTED, dtypes=("float32", "float64"))) is None


def test_the_105_ulps_between_two_adams_within_the_tolerance_of_their_case_are_not_called_rounding() -> None:
    graph, eager = golden("two_layer_net", "graph", "adam"), golden("two_layer_net", "eager", "adam")
    assert detect(held(graph, eager, variant("two_layer_net", "adam").tolerances)) is None
    assert detect(held(graph, eager)) is None  # with the usual tolerance they diverge
