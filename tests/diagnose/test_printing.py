"""Printing: what is written in another way, where all numbers agree."""

import pytest

from harness.diagnose.detectors.printing import detect
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.words.series import Number, Series
from harness.words.verdict import Comparison, Verdict
from tests.diagnose.sides import USUAL


def evidence(
    left: str, right: str, verdict: Verdict = Verdict.REFORMATTED, value: float = 1.0, missing: int = 0
) -> Evidence:
    pair = Paired("w", Series("w", "", (Number(0, 1.0, 0.0),)), Series("w", "", (Number(0, value, 0.0),)))
    return Evidence(
        Side("old", (left,)), Side("new", (right,)), Comparison("old", verdict, 1, 1, missing), (pair,), USUAL
    )


@pytest.mark.parametrize(
    ("left", "right", "says"),
    [
        ("[1.0, 2.0]", "[np.float32(1.0), np.float32(2.0)]", "NumPy 2 writes its scalars as np.float32(...)"),
        ("{'w': np.float64(1.5)}", "{'w': 1.5}", "NumPy 2 writes its scalars as np.float32(...)"),
        ("('loss', 0.5)", "loss 0.5", "Python 2 printed a tuple"),
        ("[ 3.  7.]", "[3. 7.]", "before 1.14 NumPy kept a place for the sign"),
        ("w [[ 3.  7.]", "w [[3. 7.]", "before 1.14 NumPy kept a place for the sign"),
        ("w is 4.5549998", "w is 4.555", "since 1.14 NumPy writes the shortest digits"),
        ("{'b': 1, 'a': 2}", "{'a': 2, 'b': 1}", "before Python 3.6 the order of a dictionary"),
    ],
)
def test_what_changed_is_named(left: str, right: str, says: str) -> None:
    finding = detect(evidence(left, right))
    assert finding is not None
    assert finding.cause == "printing"
    assert finding.evidence.startswith(f"all 1 numbers agree; line 1 is {right!r} in place of {left!r}: {says}")


def test_it_is_silent_about_text_of_another_kind() -> None:
    assert detect(evidence("w is 1.0", "w: 1.0")) is None


def test_it_is_silent_where_numbers_differ() -> None:
    assert detect(evidence("[1.0]", "[np.float32(2.0)]", Verdict.DIVERGED, value=2.0)) is None


def test_it_is_silent_where_lines_are_missing_or_all_is_the_same() -> None:
    assert detect(evidence("[1.0]", "[np.float32(1.0)]", missing=1)) is None
    assert detect(evidence("[1.0]", "[1.0]", Verdict.IDENTICAL)) is None
    assert detect(evidence("[1.0]", "[1.0]")) is None
