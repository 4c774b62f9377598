"""Verdicts and how a divergence reads."""

import pytest

from harness.words.verdict import Divergence, Verdict, worst


def test_verdicts_go_from_best_to_worst() -> None:
    assert [str(verdict) for verdict in sorted(Verdict, key=lambda verdict: verdict.severity)] == [
        "identical",
        "reformatted",
        "rounded",
        "amplified",
        "drifted",
        "diverged",
        "failed",
        "unsupported",
    ]


def test_the_documented_numbers_come_out_up_to_amplified() -> None:
    passing = {"identical", "reformatted", "rounded", "amplified", "unsupported"}
    assert {str(verdict) for verdict in Verdict if verdict.passes} == passing


def test_the_worst_of_some_verdicts() -> None:
    assert worst(Verdict.ROUNDED, Verdict.DIVERGED, Verdict.DRIFTED) is Verdict.DIVERGED
    assert worst(Verdict.REFORMATTED, Verdict.IDENTICAL) is Verdict.REFORMATTED
    assert worst() is Verdict.IDENTICAL


@pytest.mark.parametrize(
    ("divergence", "text"),
    [
        (
            Divergence(3, 2, "2", "w", "-0.616000", "-0.615000", 16777, 0.001623),
            "line 3, step 2, w: expected -0.616000, measured -0.615000 (16777 ULP, relative 0.0016)",
        ),
        (Divergence(1, 0, None, "w", "5", "6", None, 0.2), "line 1, w: expected 5, measured 6 (relative 0.2)"),
        (
            Divergence(None, 40, "40", "line", "no more lines", "40 5.0"),
            "step 40, line: expected no more lines, measured 40 5.0",
        ),
        (Divergence(1, 0, None, "w", "nan", "NaN", 0), "line 1, w: expected nan, measured NaN (0 ULP)"),
        (Divergence(None, None, None, "records", "40", "39"), "records: expected 40, measured 39"),
    ],
)
def test_a_divergence_names_what_is_known_of_its_place_and_distance(divergence: Divergence, text: str) -> None:
    assert str(divergence) == text
