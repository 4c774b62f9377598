"""Staircase: equal at the jumps, apart between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.detectors.rate.staircase import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, golden, held, made


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_floor_division_is_told_and_undone(style: str) -> None:
    found = detect(against_golden("pitfalls/floor_division", style, "staircase_versus_smooth", style, "smooth"))
    assert found is not None
    assert (found.cause, found.confidence) == ("staircase", Confidence.LIKELY)
    assert found.evidence == (
        f"rate of pitfalls/floor_division:{style} falls in stairs, every 10 records, in "
        f"staircase_versus_smooth:{style} with each record: the two agree at all 2 jumps and at none of the 18 "
        "records between (record 20: 0.099 against 0.09810855)"
    )
    assert "(step / 10)" in found.trials[0].source
    assert "//" not in found.trials[0].source


def test_two_variants_of_a_case_differ_by_the_staircase_parameter_of_the_schedule() -> None:
    left, right = (golden("staircase_versus_smooth", "graph", one) for one in ("staircase", "smooth"))
    found = detect(held(left, right))
    assert found is not None
    assert "staircase=True" in found.change
    assert [(trial.patch, trial.arguments) for trial in found.trials] == [("staircase", {"staircase": True})]


@given(st.integers(2, 8), st.floats(0.5, 0.97))
def test_stairs_of_any_width_are_found(width: int, factor: float) -> None:
    smooth = [0.1 * factor ** (step / width) for step in range(3 * width + 2)]
    stairs = [0.1 * factor ** (step // width) for step in range(3 * width + 2)]
    found = detect(made({"lr": smooth}, {"lr": stairs}))
    assert found is not None
    assert f"every {width} records" in found.evidence


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([0.1, 0.09, 0.08, 0.07, 0.06, 0.05], [0.1, 0.1, 0.1, 0.065, 0.065, 0.065]),  # apart at the jump, too
        ([0.1, 0.09, 0.08, 0.07, 0.06, 0.05], [0.1] * 6),  # no jump
        ([0.1, 0.1, 0.1, 0.05, 0.05, 0.05], [0.1, 0.1, 0.08, 0.08, 0.05, 0.05]),  # stairs on both sides
        ([0.1, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03], [0.1, 0.1, 0.08, 0.08, 0.08, 0.05, 0.05, 0.03]),  # uneven
    ],
)
def test_it_is_silent(left: list[float], right: list[float]) -> None:
    assert detect(made({"rate": left}, {"rate": right})) is None
