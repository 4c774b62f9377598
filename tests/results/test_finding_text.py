"""Specification of what is said of causes."""

import pytest

from harness.results.finding_text import diagnosis_text
from harness.words.finding import Confidence, Diagnosis, Finding

ROUNDING = Finding("rounding", Confidence.LIKELY, "3 of 10 numbers differ", "nothing")


@pytest.mark.parametrize(
    ("dropped", "says"),
    [(0, "no known cause"), (1, "no known cause (1 suspicion tried)"), (3, "no known cause (3 suspicions tried)")],
)
def test_where_nothing_was_found_one_line_says_so_and_what_was_tried(dropped: int, says: str) -> None:
    assert diagnosis_text(Diagnosis((), dropped)) == [says]


def test_a_cause_is_told_with_its_evidence_and_what_to_change() -> None:
    assert diagnosis_text(Diagnosis((ROUNDING,), 2)) == [
        "cause: rounding, likely",
        "  evidence: 3 of 10 numbers differ",
        "  change: nothing",
        "  more: harness explain rounding",
    ]


def test_what_the_causes_leave_unexplained_stands_below_them() -> None:
    remains = ("more than one thing may differ: w from record 2 on, rate from record 4 on",)
    assert diagnosis_text(Diagnosis((ROUNDING,), remains=remains))[-1:] == [*remains]
    assert diagnosis_text(Diagnosis(remains=remains)) == ["no known cause", *remains]
