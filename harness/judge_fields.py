"""Judging one printed number by another one: neither side is known any better than it prints."""

import math

from harness.judge import Judgement, Tolerance
from harness.log_fields import Field
from harness.printed import digits_of, integer_in, same_number
from harness.ulps import held, nearest, relative_difference, spacing, ulps_between
from harness.verdict import Verdict

# Whoever prints more digits than these prints a float64.
_FLOAT32_DIGITS = 9


def judge_fields(expected: Field, measured: Field, slack: float, tolerance: Tolerance) -> Judgement:
    """Hold a printed number against another printed one; ``slack`` is half a unit of the last digit of the shorter one.

    The same text is ``identical``, another one for the same number ``reformatted``; within the slack plus the spacing
    of floats at that value it is ``rounded``. Two integers have to be the same, two truth values as well.
    """
    if expected.text == measured.text:
        return Judgement(Verdict.IDENTICAL)
    ours, theirs = measured.value, expected.value
    if not (expected.is_number and measured.is_number):
        return Judgement(Verdict.DIVERGED)
    whole, wanted = integer_in(measured.text), integer_in(expected.text)
    if whole is not None and wanted is not None:
        relative = relative_difference(whole, wanted)
        if whole == wanted:
            return Judgement(Verdict.REFORMATTED, None, relative)
        near = tolerance.allows(whole, wanted, "int")
        return Judgement(Verdict.DRIFTED if near else Verdict.DIVERGED, None, relative)
    if not (math.isfinite(ours) and math.isfinite(theirs)):
        return Judgement(Verdict.REFORMATTED if _same(expected, measured) else Verdict.DIVERGED)
    dtype = _dtype(expected, measured)
    ulps, relative = ulps_between(ours, theirs, dtype), relative_difference(ours, theirs)
    if ours == theirs or nearest(ours, dtype) == nearest(theirs, dtype):
        return Judgement(Verdict.REFORMATTED, ulps, relative)
    if abs(ours - theirs) <= slack + max(spacing(ours, dtype), spacing(theirs, dtype)):
        return Judgement(Verdict.ROUNDED, ulps, relative)
    near = tolerance.allows(ours, theirs, dtype)
    return Judgement(Verdict.DRIFTED if near else Verdict.DIVERGED, ulps, relative)


def _same(left: Field, right: Field) -> bool:
    return same_number(left.text.removesuffix("%"), right.text.removesuffix("%"))


def _dtype(left: Field, right: Field) -> str:
    """What both sides compute in: float32, TensorFlow's own, unless both print more digits than a float32 has, or one
    of them what is beyond any float32."""
    if not (held(left.value, "float32") and held(right.value, "float32")):
        return "float64"
    for field in (left, right):
        if digits_of(field.text) <= _FLOAT32_DIGITS or nearest(field.value, "float32") == field.value:
            return "float32"
    return "float64"
