"""Judging one number or one text."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.judging.judge import Judgement, Tolerance, judge_printed
from harness.words.trace import Value
from harness.words.verdict import Verdict
from tests.traces import value, vector

IDENTICAL, REFORMATTED, ROUNDED = Verdict.IDENTICAL, Verdict.REFORMATTED, Verdict.ROUNDED
DRIFTED, DIVERGED = Verdict.DRIFTED, Verdict.DIVERGED
EXACT = Tolerance(ulps=0)


def judge(expected: str, measured: Value, tolerance: Tolerance = EXACT) -> Judgement:
    return judge_printed(expected, measured, str(measured.as_printed()), tolerance)


def verdict(expected: str, measured: Value, tolerance: Tolerance = EXACT) -> Verdict:
    return judge(expected, measured, tolerance).verdict


@pytest.mark.parametrize(
    ("expected", "measured"),
    [("23.04", value(23.04)), ("[3. 7.]", vector(3, 7)), ("nan", value(math.nan)), ("True", value(True, "bool"))],
)
def test_the_same_text_is_identical(expected: str, measured: Value) -> None:
    assert judge(expected, measured) == Judgement(IDENTICAL)


@pytest.mark.parametrize(
    ("expected", "measured"),
    [
        ("4.5549998", value(4.555)),
        ("4.55500", value(4.555)),
        ("np.float32(1.0)", value(1.0)),
        ("[1.]", value(1.0)),
        ("1", value(1.0)),
        ("1e0", value(1.0)),
        ("-0.0", value(0.0)),
        ("NaN", value(math.nan)),
        ("+inf", value(math.inf)),
        ("3.0", value(3, "int")),
        ("003", value(3, "int32")),
        ("[ 3.  7.]", vector(3, 7)),
        ("[3.0, 7.0]", vector(3, 7)),
        ("[np.float32(3.0), np.float32(7.0)]", vector(3, 7)),
        ("array([3., 7.], dtype=float32)", vector(3, 7)),
        ("tf.Tensor([3. 7.], shape=(2,), dtype=float32)", vector(3, 7)),
        ("[1 2\n 3]", Value("int32", (3,), (1, 2, 3))),
        ("[True, False]", Value("bool", (2,), (True, False))),
        ("w  5.0", value("w 5.0", "str")),
        ("w np.float32(4.5549998)", value("w 4.555", "str")),
        ("w 4.555", value("w 4.5549998", "str")),
        ("w 1e300", value("w 1.0e+300", "str")),
    ],
)
def test_another_text_for_the_same_number_is_reformatted(expected: str, measured: Value) -> None:
    assert verdict(expected, measured) is REFORMATTED


@pytest.mark.parametrize(
    ("steps_above", "expected"),
    [(0, ROUNDED), (1, ROUNDED), (2, DIVERGED)],
    ids=["half a unit", "half a unit and the spacing", "one float more"],
)
def test_rounded_ends_at_half_a_unit_of_the_last_digit_plus_the_spacing(steps_above: int, expected: Verdict) -> None:
    # Half a unit of `3` is 0.5, as %.0f prints it; float32 has steps of 2**-22 at 3.5.
    for expected_text, measured, printed in (("3", 3.5, "4"), ("-3", -3.5, "-4"), ("3", 2.5, "2")):
        away = math.copysign(steps_above * 2**-22, measured - float(expected_text))
        assert judge_printed(expected_text, value(measured + away), printed, EXACT).verdict is expected


@pytest.mark.parametrize(
    ("expected", "measured"),
    [
        ("3.8", value(3.83)),
        ("3", value(3.4)),
        ("[3. 7.]", vector(3.4, 7)),
        ("0.1", value(0.104)),
        ("1e-05", value(1.04e-05)),
        ("loss 3.8", value("loss 3.83", "str")),
    ],
)
def test_a_short_number_beside_a_longer_one_of_the_same_format_is_no_rounded_one(
    expected: str, measured: Value
) -> None:
    assert verdict(expected, measured, Tolerance()) is DIVERGED


@pytest.mark.parametrize(
    ("measured", "expected"), [(0.3954999, IDENTICAL), (0.3955001, DRIFTED), (0.3955003, DIVERGED), (0.396, DIVERGED)]
)
def test_the_tolerance_begins_where_the_printing_ends(measured: float, expected: Verdict) -> None:
    # Floats at 0.3955 are 3e-8 apart: 4 of them are 1.2e-7.
    assert judge_printed("0.395", value(measured), f"{measured:.3f}", Tolerance()).verdict is expected


@pytest.mark.parametrize(
    ("steps", "expected"), [(0, REFORMATTED), (1, ROUNDED), (3, DRIFTED), (4, DRIFTED), (5, DIVERGED)]
)
def test_drifted_ends_at_the_ulps_of_the_tolerance(steps: int, expected: Verdict) -> None:
    # `1.00000012` is 1 + 2**-23 as a float32; its last digit is worth less than the spacing.
    measured = value(1 + (1 + steps) * 2**-23)
    assert judge_printed("1.00000012", measured, "another text", Tolerance(ulps=4)).verdict is expected


def test_drifted_ends_at_the_relative_tolerance() -> None:
    assert verdict("8", value(9.0), Tolerance(relative=0.125)) is DRIFTED
    assert verdict("8", value(9.0 + 2**-20), Tolerance(relative=0.125)) is DIVERGED


def test_drifted_ends_at_the_absolute_tolerance() -> None:
    assert verdict("8.00", value(8.25), Tolerance(absolute=0.25)) is DRIFTED
    assert verdict("8.00", value(8.25 + 2**-20), Tolerance(absolute=0.25)) is DIVERGED


def test_the_distance_is_given_in_ulps_and_relative_to_the_expected_number() -> None:
    assert judge("1.0", value(1.5)) == Judgement(DIVERGED, 2**22, 0.5)
    assert judge("2", value(3, "int")) == Judgement(DIVERGED, None, 0.5)


@pytest.mark.parametrize(
    ("expected", "measured"),
    [
        ("5.759999", value(5.769999)),
        ("1.0", value(math.nan)),
        ("nan", value(1.0)),
        ("inf", value(math.nan)),
        ("inf", value(-math.inf)),
        ("inf", value(3e38)),
        ("3.5e+38", value(math.inf)),
        ("1.0", value(math.inf)),
        ("five", value(5.0)),
        ("5.0 6.0", value(5.0)),
        ("w 5.0", value(5.0)),
        ("5", value("five", "str")),
        ("[3. 8.]", vector(3, 7)),
        ("[7. 3.]", vector(3, 7)),
        ("[3. 7. 9.]", vector(3, 7)),
        ("[3.]", vector(3, 7)),
        ("w [3. 7.]", vector(3, 7)),
        ("[ True  True]", Value("bool", (2,), (True, False))),
        ("(1+3j)", value(1 + 2j, "complex64")),
        ("loss 5.0", value("w 5.0", "str")),
        ("step 5 w", value("step w 5", "str")),
        ("5.76", value("5.8", "str")),
        ("5.4", value("5", "str")),
        ("[array([1.], dtype=float32), 5.76]", value("[array([1.], dtype=float32), 5.77]", "str")),
        ("took 12ms", value("took 13ms", "str")),
    ],
)
def test_another_number_or_text_is_diverged(expected: str, measured: Value) -> None:
    assert verdict(expected, measured, Tolerance()) is DIVERGED


@pytest.mark.parametrize("expected", ["9007199254740992", "9007199254740992.0"])
def test_integers_are_exact_even_where_floats_are_not(expected: str) -> None:
    assert verdict(expected, value(2**53 + 1, "int64")) is DIVERGED
    assert verdict(expected, value(2**53, "int64")) in (IDENTICAL, REFORMATTED)
    assert verdict("9007199254740993", value(2**53, "int64")) is DIVERGED


def test_integers_have_no_ulps_but_may_be_given_a_tolerance() -> None:
    assert verdict("3", value(4, "int32"), Tolerance(ulps=1000)) is DIVERGED
    assert verdict("3", value(4, "int32"), Tolerance(absolute=1.0)) is DRIFTED
    assert verdict("3 steps", value("4 steps", "str"), Tolerance(ulps=1000)) is DIVERGED


def test_an_integer_may_be_larger_than_any_float() -> None:
    assert judge("1", value(10**400, "int")) == Judgement(DIVERGED)
    assert verdict("1" + "0" * 400, value(10**400, "int")) is IDENTICAL
    assert verdict("1" + "0" * 400, value(1.0)) is DIVERGED


def test_an_array_has_the_verdict_of_its_worst_element() -> None:
    assert verdict("[3.12345 7.00]", vector(3.123453, 7)) is ROUNDED
    assert judge("[3.12345 7.00]", vector(3.123453, 8)) == Judgement(DIVERGED, 2**21, 1 / 7)


def test_a_long_array_is_judged_by_what_is_printed_of_it() -> None:
    items = [float(item) for item in range(1001)]
    assert str(vector(*items).as_printed()) == "[   0.    1.    2. ...  998.  999. 1000.]"
    assert verdict("[0. 1. 2. ... 998. 999. 1000.]", vector(*items)) is REFORMATTED
    assert verdict("[0. 1. 2. ... 998. 998. 1000.]", vector(*items)) is DIVERGED


def test_a_bfloat16_is_judged_by_its_own_spacing() -> None:
    # What ml_dtypes prints for 1 + 2**-7.
    assert verdict("1.00781", value(1.0078125, "bfloat16")) is REFORMATTED
    assert verdict("1.00", value(1.0234375, "bfloat16"), Tolerance(ulps=3)) is DRIFTED
    assert verdict("1.00", value(1.03125, "bfloat16"), Tolerance(ulps=3)) is DIVERGED


@given(st.floats(width=32), st.integers(5, 9))
def test_a_float_is_never_farther_than_rounded_from_its_own_print(item: float, digits: int) -> None:
    assert verdict(f"{item:.{digits}e}", value(item)) in (IDENTICAL, REFORMATTED, ROUNDED)


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_a_float_that_is_off_by_a_unit_of_the_last_digit_is_never_identical(item: float) -> None:
    printed = f"{item:.3e}"
    mantissa, exponent = printed.split("e")
    digit = "1" if mantissa[-1] == "0" else "0"
    wrong = f"{mantissa[:-1]}{digit}e{exponent}"
    assert judge_printed(wrong, value(item), printed, EXACT).verdict is not IDENTICAL


def test_a_tolerance_allows_what_is_equal_and_nan_for_nan() -> None:
    assert EXACT.allows(1.0, 1.0, "float32")
    assert EXACT.allows(math.nan, math.nan, "float32")
    assert EXACT.allows(math.inf, math.inf, "float32")
    assert not Tolerance(absolute=1e9, relative=1e9).allows(math.inf, 1.0, "float32")
    assert not Tolerance(absolute=1e9, relative=1e9).allows(math.nan, 1.0, "float32")


def test_any_one_bound_of_a_tolerance_will_do() -> None:
    above = float(np.nextafter(np.float32(1), np.float32(2)))
    assert Tolerance(ulps=1).allows(above, 1.0, "float32")
    assert not Tolerance(ulps=0).allows(above, 1.0, "float32")
    assert Tolerance(ulps=0, relative=1e-6).allows(above, 1.0, "float32")
    assert Tolerance(ulps=0, absolute=1e-6).allows(above, 1.0, "float32")
