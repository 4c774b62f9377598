"""Specification of which differences between two calls are told, and which of their settings only have other names."""

from typing import Any

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.facts.call_pairs import pair_calls
from harness.diagnose.facts.table import differences
from harness.targets.report import Seen
from harness.words.finding import Place


def told(left: dict[str, Any], right: dict[str, Any], kind: str, *symbols: str) -> list[tuple[str, Any, Place]]:
    sides = [
        Side(name, (), seen=(Seen("call", {"symbol": symbol, "kind": kind, "settings": s, "given": [], "line": 1}),))
        for name, symbol, s in zip(("old.py", "new.py"), symbols, (left, right), strict=True)
    ]
    return [(each.fact.setting, each.wanted, each.fact.side) for each in differences(pair_calls(*sides))]


def areas(left: dict[str, Any], right: dict[str, Any]) -> list[tuple[str, Any, Place]]:
    return told(left, right, "auc", "tf.metrics.auc", "tf.keras.metrics.AUC")


def area(curve: str, summation: str) -> dict[str, Any]:
    return {"curve": curve, "thresholds": 200, "summation": summation}


def test_trapezoids_under_precision_and_recall_are_no_interpolation_and_the_left_side_can_interpolate() -> None:
    assert areas(area("PR", "trapezoidal"), area("PR", "interpolation")) == [
        ("summation", "careful_interpolation", Place.LEFT)
    ]


@pytest.mark.parametrize(
    ("curve", "summation"), [("ROC", "trapezoidal"), ("ROC", "careful_interpolation"), ("PR", "careful_interpolation")]
)
def test_a_summation_that_only_has_another_name_is_not_told(curve: str, summation: str) -> None:
    assert areas(area(curve, summation), area(curve, "interpolation")) == []


def test_another_curve_is_told_as_the_setting_that_it_is() -> None:
    assert ("curve", "PR", Place.RIGHT) in areas(area("PR", "minoring"), area("ROC", "minoring"))


def averages(*counts: str | None) -> list[tuple[str, Any, Place]]:
    symbol = "tf.train.ExponentialMovingAverage"
    left, right = ({"decay": 0.9, "num_updates": each, "zero_debias": False} for each in counts)
    return told(left, right, "average", symbol, symbol)


def test_an_average_whose_decay_the_left_side_lowers_at_first_is_told_and_left_as_it_is_there() -> None:
    assert averages("a tensor", None) == [("num_updates", None, Place.LEFT)]


@pytest.mark.parametrize("both", [None, "a tensor"])
def test_two_averages_that_are_warmed_up_alike_are_not_told(both: str | None) -> None:
    assert averages(both, both) == []
