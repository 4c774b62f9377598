"""Judging one number or one text: how far is what was measured from what was expected?"""

import math
from dataclasses import dataclass

import numpy as np

from harness.printed import half_unit, number_in, take_apart
from harness.trace import Scalar, Value, is_floating, numpy_dtype
from harness.ulps import relative_difference, spacing, ulps_between
from harness.verdict import Verdict, worst


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
        if measured == expected or (math.isnan(measured) and math.isnan(expected)):
            return True
        if not math.isfinite(measured) or not math.isfinite(expected):
            return False
        difference = abs(measured - expected)
        if difference <= max(self.absolute, self.relative * abs(expected)):
            return True
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
    of the last printed digit plus the spacing of floats at that value ``rounded``.
    """
    if expected == measured_text:
        return Judgement(Verdict.IDENTICAL)
    if measured.shape == () and not isinstance(measured.items[0], str):
        return _judge_number(expected, measured.items[0], measured.dtype, tolerance)
    return _judge_text(expected, measured, measured_text, tolerance)


def _judge_number(expected_text: str, measured: Scalar, dtype: str, tolerance: Tolerance) -> Judgement:
    expected = number_in(expected_text)
    if expected is None or isinstance(measured, str | complex):
        same = str(measured) == expected_text
        return Judgement(Verdict.REFORMATTED if same else Verdict.DIVERGED)
    value = float(measured)
    if math.isnan(value) and math.isnan(expected):
        return Judgement(Verdict.REFORMATTED, 0)
    if not is_floating(dtype):
        relative = relative_difference(value, expected)
        if value == expected:
            return Judgement(Verdict.REFORMATTED, None, relative)
        near = tolerance.allows(value, expected, dtype)
        return Judgement(Verdict.DRIFTED if near else Verdict.DIVERGED, None, relative)
    distance = Judgement(Verdict.DIVERGED, ulps_between(value, expected, dtype), relative_difference(value, expected))
    return Judgement(
        _verdict_on_float(expected_text, expected, value, dtype, tolerance), distance.ulps, distance.relative
    )


def _verdict_on_float(text: str, expected: float, value: float, dtype: str, tolerance: Tolerance) -> Verdict:
    with np.errstate(over="ignore"):
        same = float(numpy_dtype(dtype).type(expected)) == value
    if same:
        return Verdict.REFORMATTED
    if math.isfinite(value) and abs(value - expected) <= half_unit(text) + spacing(value, dtype):
        return Verdict.ROUNDED
    return Verdict.DRIFTED if tolerance.allows(value, expected, dtype) else Verdict.DIVERGED


def _judge_text(expected_text: str, measured: Value, measured_text: str, tolerance: Tolerance) -> Judgement:
    """Arrays and whole lines: the same words around, and each number on its own."""
    expected = take_apart(expected_text)
    if isinstance(measured.items[0] if measured.items else "", str):
        printed = take_apart(measured_text)
        if printed.words != expected.words:
            return Judgement(Verdict.DIVERGED)
        # What was only printed has the precision of its print, in a dtype that nobody knows: take float32, TensorFlow's
        # own, for which `4.5549998` and `4.555` are one number.
        judged = [
            _judge_print(mine, theirs, tolerance)
            for mine, theirs in zip(printed.numbers, expected.numbers, strict=False)
        ]
        count = len(printed.numbers)
    else:
        judged = [
            _judge_number(theirs, item, measured.dtype, tolerance)
            for item, theirs in zip(measured.items, expected.numbers, strict=False)
        ]
        count = len(measured.items)
    if count != len(expected.numbers):
        return Judgement(Verdict.DIVERGED)
    verdict = worst(Verdict.REFORMATTED, *(judgement.verdict for judgement in judged))
    first = next((judgement for judgement in judged if judgement.verdict is verdict), Judgement(verdict))
    return Judgement(verdict, first.ulps, first.relative)


def _judge_print(measured: str, expected: str, tolerance: Tolerance) -> Judgement:
    if measured == expected:
        return Judgement(Verdict.IDENTICAL)
    value, wanted = float(measured), float(expected)
    if _is_integer_print(measured) and _is_integer_print(expected):
        return _judge_number(expected, int(measured), "int", tolerance)
    judgement = _judge_number(expected, value, "float32", tolerance)
    shorter = max(half_unit(measured), half_unit(expected))
    if judgement.verdict in (Verdict.DRIFTED, Verdict.DIVERGED) and abs(value - wanted) <= shorter:
        return Judgement(Verdict.ROUNDED, judgement.ulps, judgement.relative)
    return judgement


def _is_integer_print(text: str) -> bool:
    return text.lstrip("+-").isdigit()
