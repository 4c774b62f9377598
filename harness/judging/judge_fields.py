"""Judging one printed number by another one: neither side is known any better than it prints."""

from harness.judging.columns import ulps_apart
from harness.judging.edges import Prints
from harness.judging.judge import Judgement, Tolerance
from harness.logs.fields import Field
from harness.words.printed import integer_in, same_number
from harness.words.ulps import nearest, relative_difference
from harness.words.verdict import Verdict


def judge_fields(
    expected: Field, measured: Field, prints: Prints | None, tolerance: Tolerance, dtype: str
) -> Judgement:
    """Hold a printed number against another printed one; ``prints`` says what their printing accounts for, ``dtype``
    what both are computed in.

    The same text is ``identical``, another one for the same number ``reformatted``; what the printing, and one spacing
    of floats, account for is ``rounded``, what the tolerance does besides has ``drifted``. Two integers in columns of
    integers have to be the same, two truth values as well. ULPs are those beyond what the printing accounts for; of
    what has ``diverged`` all.
    """
    if expected.text == measured.text:
        return Judgement(Verdict.IDENTICAL)
    if not (expected.is_number and measured.is_number):
        return Judgement(Verdict.DIVERGED)
    integer, wanted = integer_in(measured.text), integer_in(expected.text)
    if integer is not None and wanted is not None and (prints is None or prints.coarse == 0):
        return _judge_integers(integer, wanted, tolerance)
    left, right = expected.value, measured.value
    if prints is None:
        return Judgement(Verdict.REFORMATTED if _same(expected, measured) else Verdict.DIVERGED)
    relative = relative_difference(right, left)
    if right == left or nearest(right, dtype) == nearest(left, dtype):
        return Judgement(Verdict.REFORMATTED, 0, relative)
    if prints.is_rounded:
        verdict = Verdict.ROUNDED
    elif prints.is_tolerated or tolerance.allows(right, left, dtype):
        verdict = Verdict.DRIFTED
    else:
        verdict = Verdict.DIVERGED
    return Judgement(verdict, ulps_apart(prints, dtype), relative)


def _judge_integers(whole: int, wanted: int, tolerance: Tolerance) -> Judgement:
    relative = relative_difference(whole, wanted)
    if whole == wanted:
        return Judgement(Verdict.REFORMATTED, None, relative)
    near = tolerance.allows(whole, wanted, "int")
    return Judgement(Verdict.DRIFTED if near else Verdict.DIVERGED, None, relative)


def _same(left: Field, right: Field) -> bool:
    return same_number(left.text.removesuffix("%"), right.text.removesuffix("%"))
