"""Judging one number or one text: how far is what was measured from what was expected?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from harness.words.printed import (
    LEAST_DIGITS,
    bare_number,
    digits_of,
    half_of_place,
    half_unit,
    integer_in,
    number_in,
    same_number,
    take_apart,
)
from harness.words.trace import Scalar, Value, is_floating
from harness.words.ulps import exact, held, nearest, relative_difference, spacing, ulps_between
from harness.words.verdict import Verdict, worst


@dataclass(frozen=True)
class Tolerance:
    """How far a field may be off and still only be ``drifted``; any one of the three bounds will do.

    ``ulps`` in units in the last place of the field's dtype; it does not apply to integers, which are exact unless
    ``relative`` or ``absolute`` says otherwise.
    """

    ulps: int = 4
    relative: float = 0.0
    absolute: float = 0.0

    def allows(self, measured: float, expected: float, dtype: str) -> bool:
        """Whether a measured number is near enough to the expected one."""
        if measured == expected:
            return True
        if self.absolute or self.relative or not is_floating(dtype):
            ours, theirs = exact(measured), exact(expected)
            if ours is None or theirs is None:
                return math.isnan(measured) and math.isnan(expected)
            if abs(ours - theirs) <= max(exact(self.absolute) or 0, (exact(self.relative) or 0) * abs(theirs)):
                return True
        elif not (math.isfinite(measured) and math.isfinite(expected)):
            return math.isnan(measured) and math.isnan(expected)
        distance = ulps_between(measured, expected, dtype) if is_floating(dtype) else None
        return distance is not None and distance <= self.ulps


@dataclass(frozen=True)
class Judgement:
    """The verdict on one value, and its distance where that is a number."""

    verdict: Verdict
    ulps: int | None = None
    relative: float | None = None


def judge_printed(expected: str, measured: Value, measured_text: str, tolerance: Tolerance) -> Judgement:
    """Hold a measured value against the text that a note printed for it.

    The same text is ``identical``; another text for the same number of that dtype ``reformatted``; within half a unit
    of the last printed digit plus the spacing of floats at that value ``rounded``. Both texts are of one format: where
    the measured one has more digits, the note's is short because its zeros were left out (``%s``, ``[3. 7.]``).
    """
    if expected == measured_text:
        return Judgement(Verdict.IDENTICAL)
    if measured.shape == () and not isinstance(measured.items[0], str):
        return _judge_number(
            bare_number(expected), bare_number(measured_text), measured.items[0], measured.dtype, tolerance
        )
    if all(isinstance(item, int | float) for item in measured.items):
        return _judge_array(expected, measured, measured_text, tolerance)
    return _judge_text(expected, measured_text, tolerance)


def _judge_number(
    expected_text: str, measured_text: str, measured: Scalar, dtype: str, tolerance: Tolerance
) -> Judgement:
    expected = number_in(expected_text)
    if expected is None or isinstance(measured, str | complex):
        same = str(measured) == expected_text
        return Judgement(Verdict.REFORMATTED if same else Verdict.DIVERGED)
    if is_floating(dtype):
        value = float(measured)
        verdict = _verdict_on_float(_slack(expected_text, measured_text), expected, value, dtype, tolerance)
        return Judgement(verdict, ulps_between(value, expected, dtype), relative_difference(value, expected))
    # Exactly: past 2**53 two integers may be one float.
    whole = integer_in(expected_text)
    wanted = expected if whole is None else whole
    if measured == wanted:
        return Judgement(Verdict.REFORMATTED, None, relative_difference(measured, wanted))
    near = tolerance.allows(measured, wanted, dtype)
    return Judgement(Verdict.DRIFTED if near else Verdict.DIVERGED, None, relative_difference(measured, wanted))


def _slack(expected: str, measured: str) -> float:
    """Half a unit of the last digit of what a note printed: not the last one shown, where zeros were left out."""
    if digits_of(expected) >= min(digits_of(measured), LEAST_DIGITS):
        return half_unit(expected)
    number = Decimal(expected)
    place = number.adjusted() if number else 0
    return min(half_unit(expected), half_of_place(place + 1 - LEAST_DIGITS))


def _verdict_on_float(slack: float, expected: float, value: float, dtype: str, tolerance: Tolerance) -> Verdict:
    if not math.isfinite(value) or not math.isfinite(expected):
        return Verdict.REFORMATTED if tolerance.allows(value, expected, dtype) else Verdict.DIVERGED
    if nearest(expected, dtype) == value:
        return Verdict.REFORMATTED
    beyond = abs(value - expected) - slack
    if beyond <= spacing(value, dtype):
        return Verdict.ROUNDED
    near = beyond <= tolerance.ulps * spacing(value, dtype) or tolerance.allows(value, expected, dtype)
    return Verdict.DRIFTED if near else Verdict.DIVERGED


def _judge_array(expected_text: str, measured: Value, measured_text: str, tolerance: Tolerance) -> Judgement:
    """An array of numbers: no other words around, and each number on its own."""
    expected, printed = take_apart(expected_text), take_apart(measured_text)
    same_words = expected.words == printed.words
    # A long array is printed with its middle left out, a bool without a number: all there is to judge is the print.
    if measured.dtype == "bool" or not same_words or len(expected.numbers) != len(measured.items):
        return _judge_text(expected_text, measured_text, tolerance)
    return _worst(
        [
            _judge_number(wanted, text, item, measured.dtype, tolerance)
            for item, wanted, text in zip(measured.items, expected.numbers, printed.numbers, strict=True)
        ]
    )


def _judge_text(expected_text: str, measured_text: str, tolerance: Tolerance) -> Judgement:
    """Whole lines, and what else is judged by its print: the same words around, and each number on its own."""
    expected, measured = take_apart(expected_text), take_apart(measured_text)
    if measured.words != expected.words:
        return Judgement(Verdict.DIVERGED)
    return _worst(
        [_judge_print(mine, theirs, tolerance) for mine, theirs in zip(measured.numbers, expected.numbers, strict=True)]
    )


def _judge_print(measured: str, expected: str, tolerance: Tolerance) -> Judgement:
    if measured == expected:
        return Judgement(Verdict.IDENTICAL)
    whole = integer_in(measured)
    if whole is not None and integer_in(expected) is not None:
        return _judge_number(expected, measured, whole, "int", tolerance)
    if same_number(measured, expected):
        return Judgement(Verdict.REFORMATTED)
    # What was only printed has a dtype that nobody knows: take float32, TensorFlow's own, for which `4.5549998` and
    # `4.555` are one number; what is beyond any float32 is a float64.
    dtype = "float32" if held(float(measured), "float32") and held(float(expected), "float32") else "float64"
    return _judge_number(expected, measured, nearest(float(measured), dtype), dtype, tolerance)


def _worst(judged: Sequence[Judgement]) -> Judgement:
    """The first of the worst; at best ``reformatted``, for the texts as a whole are not the same."""
    verdict = worst(Verdict.REFORMATTED, *(judgement.verdict for judgement in judged))
    return next((judgement for judgement in judged if judgement.verdict is verdict), Judgement(verdict))
