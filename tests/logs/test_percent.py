"""Specification of shares in percent that only one log prints with its sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.traces import Tolerances
from harness.logs.rows import rows_of
from harness.words.verdict import Verdict

USUAL = Tolerances(Tolerance(), {})


def verdict(left: list[str], right: list[str]) -> Verdict:
    return compare_lines(left, right, USUAL).comparison.verdict


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (["accuracy 95.12%", "accuracy 96.50%"], ["accuracy 95.12", "accuracy 96.50"], Verdict.REFORMATTED),
        (["accuracy 95.12", "accuracy 96.50"], ["accuracy 95.12%", "accuracy 96.50%"], Verdict.REFORMATTED),
        (["accuracy 95.12%"], ["accuracy 95.117"], Verdict.ROUNDED),
        (["accuracy 95.12%", "accuracy 96.50%"], ["accuracy 95.12", "accuracy 95.50"], Verdict.DIVERGED),
        # A fraction of one is what it was.
        (["accuracy 95.12%", "accuracy 96.50%"], ["accuracy 0.9512", "accuracy 0.9650"], Verdict.REFORMATTED),
        (["accuracy 95.12%"], ["accuracy 0.9312"], Verdict.DIVERGED),
        # So is what has no sign on one side here and there.
        (["rate 50%", "rate 0.25"], ["rate 0.5", "rate 0.25"], Verdict.REFORMATTED),
    ],
)
def test_a_sign_that_one_side_leaves_out_is_no_difference(left: list[str], right: list[str], wanted: Verdict) -> None:
    assert verdict(left, right) == wanted


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (["Accuracy: 95.12 %", "Accuracy: 96.3 %"], ["Accuracy: 0.9512", "Accuracy: 0.963"], Verdict.REFORMATTED),
        (["Accuracy: 95.12 %", "Accuracy: 96.3 %"], ["Accuracy: 95.12", "Accuracy: 96.3"], Verdict.REFORMATTED),
        (["Accuracy: 95.12 %", "Accuracy: 96.3 %"], ["Accuracy: 95.12%", "Accuracy: 96.3%"], Verdict.REFORMATTED),
        (["Accuracy:", "95.12 %"], ["Accuracy: 0.9512"], Verdict.REFORMATTED),
        (["Accuracy: 95.12 %"], ["Accuracy: 0.9312"], Verdict.DIVERGED),
        (["accuracy 95.12 % loss 0.25"], ["accuracy 0.9512 loss 0.25"], Verdict.REFORMATTED),
    ],
)
def test_a_blank_may_stand_before_the_sign(left: list[str], right: list[str], wanted: Verdict) -> None:
    assert verdict(left, right) == wanted


@pytest.mark.parametrize("line", ["rest 50 %d", "rest 50 %2", "rest 50  % 2"])
def test_what_goes_on_behind_the_sign_or_stands_far_from_the_number_is_none(line: str) -> None:
    assert [field.text for field in rows_of([line])[0].fields if "50" in field.text] == ["50"]


def test_less_than_one_percent_is_told_from_a_fraction_by_its_size() -> None:
    assert verdict(["error 0.85%", "error 0.42%"], ["error 0.85", "error 0.42"]) == Verdict.REFORMATTED
    assert verdict(["error 0.85%", "error 0.42%"], ["error 0.0085", "error 0.0042"]) == Verdict.REFORMATTED


@given(st.lists(st.decimals("0.01", "100", places=2), min_size=1, max_size=9))
def test_any_shares_agree_with_themselves_with_and_without_the_sign(shares: list[object]) -> None:
    signed, bare = [f"share {share}%" for share in shares], [f"share {share}" for share in shares]
    assert verdict(signed, bare) in (Verdict.REFORMATTED, Verdict.IDENTICAL)
