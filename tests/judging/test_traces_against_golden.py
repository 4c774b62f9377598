"""Holding a trace against a golden trace."""

import math

import numpy as np
import pytest
from hypothesis import given

from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances, compare_with_trace, flatten
from harness.words.trace import Record, Trace, Value
from harness.words.verdict import Comparison, Divergence, Verdict
from tests.traces import NUMBER_DTYPES, column, of, trace, traces, value, vector

TOLERANCES = Tolerances(Tolerance(ulps=1), {})


def compare(measured: Trace, golden: Trace, tolerances: Tolerances = TOLERANCES) -> Comparison:
    return compare_with_trace(measured, flatten(golden), tolerances, step_field="step")


def above(item: float, steps: int) -> float:
    near = np.float32(item)
    for _ in range(steps):
        near = np.nextafter(near, np.float32(np.inf))
    return float(near)


@given(traces((*NUMBER_DTYPES, "bool", "str", "complex128")))
def test_a_trace_is_identical_to_itself(drawn: Trace) -> None:
    assert compare(drawn, drawn) == Comparison("golden trace", Verdict.IDENTICAL, len(drawn), len(drawn))


@pytest.mark.parametrize(("steps", "verdict"), [(0, Verdict.IDENTICAL), (1, Verdict.ROUNDED), (2, Verdict.DIVERGED)])
def test_the_tolerance_decides_between_rounded_and_diverged(steps: int, verdict: Verdict) -> None:
    assert compare(column([above(1.4, steps)]), column([1.4])).verdict is verdict


def test_the_first_divergence_names_the_line_of_the_file_the_step_the_field_and_the_distance() -> None:
    golden = trace(of(step=10, w=1.0), of(step=20, w=2.0))
    measured = trace(of(step=10, w=1.0), of(step=20, w=3.0))
    # A golden file has two lines above its first record.
    first = Divergence(4, 1, "20", "w", "2.0", "3.0", 2**22, 0.5)
    assert compare(measured, golden) == Comparison("golden trace", Verdict.DIVERGED, 1, 2, first=first)


def test_of_an_array_the_element_is_named() -> None:
    comparison = compare(trace(of(w=vector(3, 7.5))), trace(of(w=vector(3, 7))))
    assert comparison.first is not None
    assert (comparison.first.field, comparison.first.expected, comparison.first.measured) == ("w[1]", "7.0", "7.5")


@pytest.mark.parametrize(
    ("measured", "field", "was", "now"),
    [
        (of(w=1.0), "loss", "2.0", "no such field"),
        (of(w=1.0, loss=2.0, v=3.0), "v", "no such field", "3.0"),
        (of(w=1.0, loss=value(2.0, "float64")), "loss", "2.0 (float32)", "2.0 (float64)"),
        (of(w=1.0, loss=2), "loss", "2.0 (float32)", "2 (int)"),
        (of(w=2.0, loss=1.0), "w", "1.0", "2.0"),
        (of(w=vector(1.0), loss=2.0), "w", "1.0", "no such field"),
    ],
    ids=["vanished column", "new column", "wrong dtype", "integer", "swapped columns", "array"],
)
def test_another_shape_of_the_records_is_diverged(measured: Record, field: str, was: str, now: str) -> None:
    comparison = compare(trace(measured), trace(of(w=1.0, loss=2.0)))
    assert comparison.verdict is Verdict.DIVERGED
    assert comparison.first is not None
    assert (comparison.first.field, comparison.first.expected, comparison.first.measured) == (field, was, now)


def test_the_order_of_the_fields_does_not_count() -> None:
    assert compare(trace(of(loss=2.0, w=1.0)), trace(of(w=1.0, loss=2.0))).verdict is Verdict.IDENTICAL


def test_a_missing_record_is_diverged() -> None:
    comparison = compare(column([1.0]), trace(of(w=1.0), of(step=7, w=2.0)))
    first = Divergence(4, None, "7", "record", "a record", "no record")
    assert comparison == Comparison("golden trace", Verdict.DIVERGED, 1, 2, missing=1, first=first)


def test_a_record_left_over_is_diverged() -> None:
    comparison = compare(trace(of(w=1.0), of(step=7, w=2.0)), column([1.0]))
    first = Divergence(None, 1, "7", "record", "no more records", "a record left over")
    assert comparison == Comparison("golden trace", Verdict.DIVERGED, 1, 1, left_over=1, first=first)


@pytest.mark.parametrize(
    ("measured", "golden", "verdict"),
    [
        (value(math.nan), value(math.nan), Verdict.IDENTICAL),
        (value(math.nan), value(1.0), Verdict.DIVERGED),
        (value(math.inf), value(-math.inf), Verdict.DIVERGED),
        (value(-0.0), value(0.0), Verdict.ROUNDED),
        (value(2**53 + 1, "int64"), value(2**53, "int64"), Verdict.DIVERGED),
        (value(10**400, "int"), value(1, "int"), Verdict.DIVERGED),
        (value("a", "str"), value("b", "str"), Verdict.DIVERGED),
        (value(1 + 2j, "complex64"), value(1 + 3j, "complex64"), Verdict.DIVERGED),
    ],
)
def test_every_kind_of_value_is_compared(measured: Value, golden: Value, verdict: Verdict) -> None:
    assert compare(trace(of(w=measured)), trace(of(w=golden))).verdict is verdict


def test_no_tolerance_makes_true_of_false() -> None:
    lenient = Tolerances(Tolerance(absolute=1.0), {})
    assert compare(trace(of(w=True)), trace(of(w=False)), lenient).verdict is Verdict.DIVERGED


def test_a_field_may_have_its_own_tolerance() -> None:
    tolerances = Tolerances(Tolerance(ulps=0), {"w": Tolerance(absolute=0.5)})
    assert compare(trace(of(w=vector(1.5))), trace(of(w=vector(1))), tolerances).verdict is Verdict.ROUNDED
    assert compare(trace(of(v=vector(1.5))), trace(of(v=vector(1))), tolerances).verdict is Verdict.DIVERGED


def test_the_tolerance_of_a_field_holds_for_its_elements_and_for_no_other_field() -> None:
    tolerances = Tolerances(Tolerance(ulps=1), {"w": Tolerance(ulps=9)})
    assert tolerances.of("w[0,1]") == tolerances.of("w") == Tolerance(ulps=9)
    assert tolerances.of("ww") == Tolerance(ulps=1)
