"""Judging one printed number by another one: neither side is known any better than it prints."""

import math

from harness.judging.edges import Prints
from harness.judging.judge import Judgement, Tolerance
from harness.logs.fields import Field
from harness.words.printed import digits_of, half_unit, integer_in, same_number
from harness.words.ulps import held, nearest, relative_difference, spacing, ulps_between
from harness.words.verdict import Verdict

# Whoever prints more digits than these prints a float64.
_FLOAT32_DIGITS = 9
_DUST = 1e-6


def judge_fields(
    expected: Field, measured: Field, slack: float, tolerance: Tolerance, *, excused: bool = False
) -> Judgement:
    """Hold a printed number against another printed one; ``slack`` is half a unit of the last digit of the shorter one.

    The same text is ``identical``, another one for the same number ``reformatted``; within the slack plus the spacing
    of floats at that value it is ``rounded``, and so is a whole unit of a digit that both print last, if it is
    ``excused``. Two integers have to be the same, two truth values as well. ULPs are counted without those that the
    printing may account for.
    """
    if expected.text == measured.text:
        return Judgement(Verdict.IDENTICAL)
    ours, theirs = measured.value, expected.value
    if not (expected.is_number and measured.is_number):
        return Judgement(Verdict.DIVERGED)
    whole, wanted = integer_in(measured.text), integer_in(expected.text)
    if whole is not None and wanted is not None:
        return _judge_integers(whole, wanted, tolerance)
    if not (math.isfinite(ours) and math.isfinite(theirs)):
        return Judgement(Verdict.REFORMATTED if _same(expected, measured) else Verdict.DIVERGED)
    dtype = _dtype(expected, measured)
    relative = relative_difference(ours, theirs)
    if ours == theirs or nearest(ours, dtype) == nearest(theirs, dtype):
        return Judgement(Verdict.REFORMATTED, 0, relative)
    gaps = spacing(ours, dtype), spacing(theirs, dtype)
    gap, near = abs(ours - theirs), max(gaps)
    accounted = max(slack, common_unit(expected, measured) if excused else 0.0)
    beyond = _beyond(gap, accounted, near)
    if gap <= accounted + near:
        return Judgement(Verdict.ROUNDED, beyond, relative)
    close = tolerance.allows(ours, theirs, dtype) or (excused and beyond is not None and beyond <= tolerance.ulps)
    ulps = beyond if excused and min(gaps) == near else ulps_between(ours, theirs, dtype)
    return Judgement(Verdict.DRIFTED if close else Verdict.DIVERGED, ulps, relative)


def prints_of(expected: Field, measured: Field, tolerance: Tolerance) -> Prints | None:
    """Give two printed numbers as what rounding may have put on two sides of an edge, None where they are no floats."""
    ours, theirs = measured.value, expected.value
    if not (expected.is_number and measured.is_number and math.isfinite(ours) and math.isfinite(theirs)):
        return None
    dtype = _dtype(expected, measured)
    near = max(spacing(ours, dtype), spacing(theirs, dtype))
    return Prints(theirs, ours, common_unit(expected, measured), near, near * max(1, tolerance.ulps))


def common_unit(left: Field, right: Field) -> float:
    """Give a unit of the last digit of two numbers that are printed to the same place; 0.0 for others, and where one is
    an integer."""
    mine, other = _unit(left), _unit(right)
    return mine if math.isclose(mine, other) else 0.0


def _unit(field: Field) -> float:
    bare = field.text.removesuffix("%")
    unit = 2 * half_unit(bare) if integer_in(bare) is None else 0.0
    return unit / 100 if bare is not field.text else unit


def _beyond(gap: float, accounted: float, near: float) -> int | None:
    # What is left of a unit by float64 itself is no ULP.
    return math.ceil(max(0.0, gap - accounted) / near - _DUST) if near else None


def _judge_integers(whole: int, wanted: int, tolerance: Tolerance) -> Judgement:
    relative = relative_difference(whole, wanted)
    if whole == wanted:
        return Judgement(Verdict.REFORMATTED, None, relative)
    near = tolerance.allows(whole, wanted, "int")
    return Judgement(Verdict.DRIFTED if near else Verdict.DIVERGED, None, relative)


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
