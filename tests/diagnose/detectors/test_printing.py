"""Printing: what is written in another way, where all numbers agree."""

import pytest

from harness.diagnose.detectors.printed.printing import detect
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.gather import gather
from harness.words.finding import Confidence
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
        ("w is 1.0000000012345678", "w is 1.0000000022345678", "their digits differ only beyond those that a float32"),
        ("w is 1234567.0", "w is 1.234567e+06", "one side writes it with an exponent, as NumPy does since 2.3"),
        ("{'b': 1, 'a': 2}", "{'a': 2, 'b': 1}", "before Python 3.6 the order of a dictionary"),
    ],
)
def test_what_changed_is_named(left: str, right: str, says: str) -> None:
    finding = detect(evidence(left, right))
    assert finding is not None
    assert finding.cause == "printing"
    assert finding.evidence.startswith(f"all 1 numbers agree; line 1 is {right!r} in place of {left!r}: {says}")


@pytest.mark.parametrize(("short", "long"), [("0.1", "0.12"), ("93%", "0.934"), ("5", "5.2"), ("1e-05", "1.4e-05")])
def test_a_short_number_that_may_have_been_rounded_is_said_to_be_possible(short: str, long: str) -> None:
    finding = detect(gather(Side("a.log", (f"rate {short}",)), Side("b.log", (f"rate {long}",)), USUAL))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("printing", Confidence.POSSIBLE)
    assert finding.evidence == (
        f"rate {short} is {long} with fewer digits; whether it was rounded, or is another number, the logs do not show"
    )


def test_nothing_may_have_been_rounded_where_one_number_is_farther_off() -> None:
    lines = [("rate 0.1", "loss 0.38124"), ("rate 0.12", "loss 0.39124")]
    assert detect(gather(Side("a.log", lines[0]), Side("b.log", lines[1]), USUAL)) is None


def test_it_is_silent_about_text_of_another_kind() -> None:
    assert detect(evidence("w is 1.0", "w: 1.0")) is None


def test_it_is_silent_where_numbers_differ() -> None:
    assert detect(evidence("[1.0]", "[np.float32(2.0)]", Verdict.DIVERGED, value=2.0)) is None


def test_it_is_silent_where_lines_are_missing_or_all_is_the_same() -> None:
    assert detect(evidence("[1.0]", "[np.float32(1.0)]", missing=1)) is None
    assert detect(evidence("[1.0]", "[1.0]", Verdict.IDENTICAL)) is None
    assert detect(evidence("[1.0]", "[1.0]")) is None
