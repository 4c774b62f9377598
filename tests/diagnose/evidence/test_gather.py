"""Which numbers of two sides a diagnosis goes by."""

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import gather, series_of_trace
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances, flatten
from harness.words.trace import Trace, Value
from harness.words.verdict import Verdict
from tests.traces import of, trace, value


def test_an_integer_beyond_float64_is_compared_and_left_out_of_the_diagnosis() -> None:
    left = Side("left", ("1.0 2.0",), trace(of(w=value(1, "int"), b=2.0)))
    right = Side("right", ("1 2.0",), trace(of(w=value(10**400, "int"), b=2.0)))
    evidence = gather(left, right, Tolerances(Tolerance(), {}))
    assert evidence.comparison.verdict is Verdict.DIVERGED
    assert [paired.name for paired in evidence.paired] == ["b"]


def names(measured: Trace) -> list[str]:
    return [series.name for series in series_of_trace(measured)]


@pytest.mark.long
def test_of_a_huge_array_the_first_elements_are_looked_at_and_all_other_fields() -> None:
    record = of(w=Value("float32", (100001,), (0.0,) * 100001), b=Value("float32", (2,), (0.0, 0.0)), loss=1.0)
    looked_at = [*(f"w[{index}]" for index in range(100000)), "b[0]", "b[1]", "loss"]
    assert names(trace(record)) == looked_at
    assert names(flatten(trace(record))) == looked_at


@pytest.mark.long
def test_the_longer_the_run_the_fewer_elements_but_never_less_than_100() -> None:
    record = of(w=Value("float32", (200,), (0.0,) * 200))
    assert names(trace(*[record] * 500)) == [f"w[{index}]" for index in range(200)]
    assert names(trace(*[record] * 1000)) == [f"w[{index}]" for index in range(100)]
