"""Specification of verdicts on logs of float32 traces whose distance is known, however they are printed."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.judging import is_wrong, make, make_setting
from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.traces import Tolerances
from harness.words.verdict import Divergence, Verdict

TOLERANCES = Tolerances(Tolerance(), {})


def verdict(left: list[str], right: list[str]) -> Verdict:
    return compare_lines(left, right, TOLERANCES).comparison.verdict


def first(left: list[str], right: list[str]) -> Divergence:
    found = compare_lines(left, right, TOLERANCES).comparison.first
    assert found is not None
    return found


def test_a_number_is_excused_by_its_own_digits_and_not_by_those_of_its_column() -> None:
    rest = ["rate 0.099", "rate 0.09801", "rate 0.0970299"]
    assert verdict(["rate 0.1", *rest], ["rate 0.2", *rest]) is Verdict.DIVERGED
    assert first(["rate 0.1", *rest], ["rate 0.2", *rest]).ulps == 8388608
    rest = ["loss 0.352612", "loss 0.341207", "loss 0.330058"]
    assert verdict(["loss 0.38", *rest], ["loss 0.39", *rest]) is Verdict.DIVERGED


@pytest.mark.parametrize("shown", ["0.58883", "0.588830"])
def test_a_zero_that_the_format_leaves_out_is_a_digit_all_the_same(shown: str) -> None:
    left = ["0.712304", "0.689122", "0.642135", "0.611235", shown, "0.571234", "0.553456", "0.541123", "0.531234"]
    right = ["0.712304", "0.689123", "0.642135", "0.611235", "0.588831", "0.571234", "0.553456", "0.541124", "0.531234"]
    found = compare_lines([f"loss {text}" for text in left], [f"loss {text}" for text in right], TOLERANCES).comparison
    assert (found.verdict, found.agreeing, found.expected) == (Verdict.ROUNDED, 9, 9)


@pytest.mark.parametrize(
    ("short", "long"),
    [("0.5", "0.500020"), ("0.5", "0.5000123"), ("5.0", "5.000050"), ("0.1", "0.100004"), ("1e-05", "1.00003e-05")],
)
def test_a_short_number_beside_one_that_lies_too_near_to_be_rounded_was_not_rounded(short: str, long: str) -> None:
    assert verdict([f"loss {short}"], [f"loss {long}"]) is Verdict.DIVERGED
    assert verdict([f"loss {long}"], [f"loss {short}"]) is Verdict.DIVERGED


@pytest.mark.parametrize("other", ["0.104", "0.1000004", "0.09"])
def test_where_most_texts_are_the_same_both_sides_have_one_format_and_a_longer_one_is_another_number(
    other: str,
) -> None:
    rates = ["rate 0.1", "rate 0.2", "rate 0.3"]
    assert verdict(rates, [f"rate {other}", *rates[1:]]) is Verdict.DIVERGED
    assert verdict([f"rate {other}", *rates[1:]], rates) is Verdict.DIVERGED


def test_a_first_value_that_both_formats_print_alike_does_not_make_them_one() -> None:
    left, right = ["w 5.0", "w 3.8", "w 2.8", "w 2.1"], ["w 5.0", "w 3.8124", "w 2.8496", "w 2.0797"]
    assert verdict(left, right) is Verdict.ROUNDED


def test_logs_of_sixteen_digits_are_judged_as_float64() -> None:
    left = [f"loss {0.1 + step / 7:.16f}" for step in range(10)]
    assert verdict(left, [f"loss {0.1 + step / 7 + 1e-9:.16f}" for step in range(10)]) is Verdict.DIVERGED
    assert verdict(left, [f"loss {0.1 + step / 7 + 5e-17:.16f}" for step in range(10)]) is not Verdict.DIVERGED


def test_a_float32_that_is_printed_with_sixteen_digits_is_no_float64() -> None:
    values = [np.float32(0.1 + step / 7) for step in range(10)]
    near = [np.nextafter(value, np.float32(9)) for value in values]
    for text in ("%.16f", "%.9f"):
        assert verdict([f"loss {text % value}" for value in values], [f"loss {text % value}" for value in near]) in (
            Verdict.ROUNDED,
            Verdict.REFORMATTED,
        )


LOSSES = [np.float32(2.3 * 0.7335**step) for step in range(10)]
ACCURACIES = [0.75234, 0.7811, 0.80123, 0.8101, 0.84567, 0.86, 0.871234, 0.8891, 0.90123, 0.91234]
SCORES = [93.12, 91.31, 87.93, 70.4, 60.1, 50.2]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (["0.1"], ["0.12"]),
        (["0.001"], ["0.0014"]),
        (["0.15"] * 10, ["0.1523"] * 10),
        (["2.5"] * 10, ["2.53"] * 10),
        (["0.999"] * 10, ["0.9994"] * 10),
        (["1.0", "2.0", "3.0"], ["1.04", "2.04", "3.04"]),
        (["0.5", "1.5", "2.5"], ["0.54", "1.54", "2.54"]),
        (["1e-05", "2e-05"], ["1.4e-05", "2.4e-05"]),
        (["1e-04", "5e-05", "3e-05"], ["0.00014", "5.4e-05", "2.6e-05"]),
        (["0.1"] * 4, ["0.1", "0.095", "0.09025", "0.0857375"]),
        (["5"], ["5.2"]),
    ],
)
def test_a_short_number_that_may_be_exact_is_not_taken_for_a_rounded_one(short: list[str], long: list[str]) -> None:
    for left, right in ((short, long), (long, short)):
        assert verdict([f"rate {text}" for text in left], [f"rate {text}" for text in right]) is Verdict.DIVERGED
        assert first([f"rate {text}" for text in left], [f"rate {text}" for text in right]).ulps != 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([f"{x:f}" for x in LOSSES], [f"{x:g}" for x in LOSSES]),
        ([f"{x:f}" for x in LOSSES], [str(round(float(x), 4)) for x in LOSSES]),
        ([f"{x:f}" for x in LOSSES], [str(round(float(x), 5)) for x in LOSSES]),
        ([str(x) for x in LOSSES], [f"{x:.3g}" for x in LOSSES]),
        ([f"{x:.4f}" for x in LOSSES], [f"{x:.1f}" for x in LOSSES]),
        ([f"{x:.2f}" for x in LOSSES], [f"{x:.1f}" for x in LOSSES]),
        ([f"{x:.4f}" for x in ACCURACIES], [str(round(x, 2)) for x in ACCURACIES]),
        ([f"{x:.2f}" for x in SCORES], [f"{x:.0f}" for x in SCORES]),
        (["0.000000"] * 3, ["3.2e-07", "2.1e-07", "1.1e-07"]),
        (["0.000000"] * 3, ["3.2e-07"] * 3),
        (["0.10", "0.10"], ["0.104", "0.104"]),
    ],
)
def test_numbers_that_two_formats_print_are_the_same_where_the_column_shows_the_format(
    one: list[str], other: list[str]
) -> None:
    for left, right in ((one, other), (other, one)):
        found = compare_lines([f"loss {text}" for text in left], [f"loss {text}" for text in right], TOLERANCES)
        assert (found.comparison.verdict, found.comparison.agreeing) == (Verdict.ROUNDED, len(one))


def test_what_the_printing_hides_is_not_told_as_no_ulp_of_a_difference() -> None:
    told = str(first(["loss 0.10"] * 2, ["loss 0.104"] * 2))
    assert told == "line 1, loss: expected 0.10, measured 0.104 (no more than the printing hides, relative 0.04)"


@pytest.mark.long
@settings(max_examples=300)
@given(st.integers(0, 2**32), st.sampled_from([5, 10, 30]))
def test_a_number_that_no_printing_hides_never_passes(seed: int, rows: int) -> None:
    made = make(np.random.default_rng(seed), rows, agree=False)
    assume(not is_hidden_by_as_many_decimals(made.left, made.right))
    assume(not is_hidden_by_as_many_decimals(made.right, made.left))
    assert not is_wrong(made), (made.formats, made.left, made.right)


def is_hidden_by_as_many_decimals(short: list[str], long: list[str]) -> bool:
    """Whether a log is as ``%.3f`` would print the other one, by whatever format it was made: ``%g`` leaves a last zero
    out, and 86.212 for 86.2120 between numbers of three decimals tells nobody so."""
    ones, others = ([line.split()[-1] for line in lines] for lines in (short, long))
    decimals = {len(text.partition(".")[2]) for text in ones}
    if len(decimals) != 1 or any("e" in text for text in ones):
        return False
    half = 0.5000001 * 10.0 ** -decimals.pop()
    return all(abs(float(one) - float(other)) <= half for one, other in zip(ones, others, strict=True))


def test_a_zero_that_is_left_out_in_a_column_of_three_decimals_cannot_be_known() -> None:
    left, right = ["loss 874.015", "loss 86.212"], ["loss 8.740145e+02", "loss 8.621235e+01"]
    assert is_hidden_by_as_many_decimals(left, right)
    assert verdict(left, right) is Verdict.ROUNDED


@settings(max_examples=200)
@given(st.integers(0, 2**32), st.sampled_from([1, 2, 5, 30]), st.booleans())
def test_a_setting_never_passes_for_another_one_that_would_be_rounded_to_it(seed: int, rows: int, swap: bool) -> None:
    made = make_setting(np.random.default_rng(seed), rows)
    left, right = (made.right, made.left) if swap else (made.left, made.right)
    assert verdict(left, right) is Verdict.DIVERGED, (left, right)


@pytest.mark.long
def test_traces_within_the_tolerance_are_told_apart_once_in_a_thousand_logs_at_most() -> None:
    random = np.random.default_rng(20261127)
    made = [make(random, rows, agree=True, one_format=True) for rows in (1, 3, 10) for _ in range(400)]
    assert sum(map(is_wrong, made)) <= 1


@pytest.mark.long
@settings(max_examples=300)
@given(st.integers(0, 2**32), st.sampled_from([1, 2, 5]), st.booleans())
def test_no_distance_is_zero_beside_a_difference(seed: int, rows: int, agree: bool) -> None:
    made = make(np.random.default_rng(seed), rows, agree=agree)
    comparison = compare_lines(made.left, made.right, TOLERANCES).comparison
    if comparison.verdict is Verdict.DIVERGED:
        assert comparison.first is not None and comparison.first.ulps != 0
