"""Shapes: what kind of numbers a series holds, told by its name and by how the numbers run."""

import math
import re
from functools import lru_cache

import numpy as np

from harness.diagnose.evidence.agreement import shifted
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.rewritten import prints_otherwise
from harness.judging.columns import prints_of, same
from harness.judging.traces import Tolerances
from harness.words.series import Number, Series
from harness.words.trace import is_floating
from harness.words.ulps import nearest, spacing

_RATE = re.compile(r"learning.?rate|(?<![a-z])(?:lr|rate)(?![a-z])|学习率", re.IGNORECASE)
_LOSS = re.compile(r"loss|cost|error|entropy|accuracy|损失", re.IGNORECASE)
_UNNAMED = re.compile(r"column \d+(#\d+)?")
# A decay of a nameless rate: how many records show it, and how fast it may be with each.
_FEWEST, _SLOWEST = 4, 0.5
# Nearly every detector asks what the same few series are.
_KEPT = 1024
_COUNTER = re.compile(r"step|epoch|iter|round|迭代|次", re.IGNORECASE)


def is_rate(name: str) -> bool:
    """Whether a name is that of a learning rate."""
    return _RATE.search(name) is not None and _LOSS.search(name) is None


@lru_cache(_KEPT)
def is_rate_like(paired: Paired) -> bool:
    """Whether the numbers are a rate: by name or, where a log has no names, as what falls by the same factor with each
    record on one side and does so, or stays at that, on the other."""
    if not _UNNAMED.fullmatch(paired.name):
        return is_rate(paired.name)
    mine, other = _decay(paired.left), _decay(paired.right)
    if mine is None or other is None or (1.0 in (mine, other) and mine == other):
        return False
    return 1.0 in (mine, other) or math.isclose(mine, other, rel_tol=1e-5)


def is_loss(name: str) -> bool:
    """Whether a name is that of a loss."""
    return _LOSS.search(name) is not None


@lru_cache(_KEPT)
def is_counter(paired: Paired) -> bool:
    """Whether the numbers count steps: whole numbers that go up evenly on one side or, with a
    counter's name, stay."""
    if is_rate(paired.name) or is_loss(paired.name):
        return False
    named = _COUNTER.search(paired.name) is not None
    return any(_counts(side, named=named) for side in (paired.left, paired.right))


@lru_cache(_KEPT)
def is_constant(series: Series) -> bool:
    """Whether there are numbers, and all are the same finite one."""
    return len(set(series.values)) == 1 and math.isfinite(series.values[0])


def moving(evidence: Evidence) -> tuple[Paired, ...]:
    """Give the numbers that change on either side, without those that count steps."""
    return tuple(
        paired
        for paired in evidence.paired
        if not is_counter(paired) and not (is_constant(paired.left) and is_constant(paired.right))
    )


def trained(evidence: Evidence) -> tuple[Paired, ...]:
    """Give the moving numbers that are neither a rate nor a loss."""
    return tuple(paired for paired in moving(evidence) if not is_rate_like(paired) and not is_loss(paired.name))


def rates(evidence: Evidence) -> tuple[Paired, ...]:
    """Give the moving numbers that are a learning rate."""
    return tuple(paired for paired in moving(evidence) if is_rate_like(paired))


def stays(paired: Paired, tolerances: Tolerances) -> bool:
    """Whether every left number that has a partner agrees with the right one of its own record."""
    return shifted(paired, tolerances, 0).whole


def is_apart(paired: Paired, tolerances: Tolerances) -> bool:
    """Whether some number differs from its partner."""
    here = shifted(paired, tolerances, 0)
    return here.agreeing < here.total


def stays_near(paired: Paired, largest: float, first: float = 1e-6) -> bool:
    """Whether two series differ by rounding alone: from the last digit on, at most ``first`` in the first record that
    is printed, and never by more than ``largest``, as parts of the largest number."""
    pairs = paired.together
    if not pairs:
        return False
    scale = max(abs(mine.value) for mine, _ in pairs)
    apart = [max(0.0, abs(mine.value - other.value) - mine.slack - other.slack) for mine, other in pairs]
    return apart[0] <= first * scale and all(distance <= largest * scale for distance in apart)


def differs(evidence: Evidence) -> bool:
    """Whether any number that both sides have differs, or what they compute, where they print otherwise; one number
    without a partner is no reason to look for a cause here."""
    return any(is_apart(paired, evidence.tolerances) for paired in evidence.paired) or prints_otherwise(evidence)


def apart_in(evidence: Evidence) -> tuple[Paired, ...]:
    """Give the series of which some number differs from its partner."""
    return tuple(each for each in evidence.paired if is_apart(each, evidence.tolerances))


def trains_alike(evidence: Evidence) -> bool:
    """Whether no stage of the steps that were watched is apart; so it is, too, where nobody watched."""
    return evidence.watched is None or evidence.watched.stage is None


def is_off(evidence: Evidence) -> bool:
    """Whether any number differs or, in logs of which no line is missing, the lines do: what was printed may agree
    within its digits and yet be another text."""
    comparison = evidence.comparison
    printed = evidence.left.trace is None or evidence.right.trace is None
    complete = not (comparison.missing or comparison.left_over)
    return differs(evidence) or (printed and complete and not comparison.verdict.passes)


def has_float64(side: Side) -> bool:
    """Whether a side's records have numbers of NumPy's float64; a rate as a Python float is none."""
    records = side.trace.records if side.trace is not None else ()
    return any(value.dtype == "float64" for record in records for value in record.values())


def distinct(paired: Paired, tolerances: Tolerances, most: int) -> int:
    """Give how many different numbers the left series has, up to ``most``; neighbours that agree within the tolerance
    are taken for one."""
    tolerance, dtype = tolerances.of(paired.name), paired.left.dtype
    dtype = dtype if is_floating(dtype) else "float32"
    kinds: list[Number] = []
    for number in sorted(paired.left.numbers, key=lambda each: each.value):
        if len(kinds) == most:
            break
        if not kinds or not same(prints_of(kinds[-1], number, tolerance, dtype), kinds[-1], number, tolerance, dtype):
            kinds.append(number)
    return len(kinds)


def uncertainty(series: Series, number: Number) -> float:
    """Give by how much a number may be off: what was cut off when it was printed, and one float of its size."""
    dtype = series.dtype if is_floating(series.dtype) else "float32"
    return number.slack + spacing(number.value, dtype)


def shown(value: float) -> str:
    """Give a number for a message: a float32 in its shortest digits, whole numbers without a point."""
    if not math.isfinite(value) or value == int(value):
        return f"{value:g}"
    return str(np.float32(value)) if nearest(value, "float32") == value else f"{value:.9g}"


def _decay(series: Series) -> float | None:
    """The factor by which a series of numbers below 1 falls with each record, 1 for one that stays; None for others."""
    numbers = series.numbers
    if len(numbers) < _FEWEST or not all(0 < number.value < 1 for number in numbers):
        return None
    first, last = numbers[0], numbers[-1]
    factor = float((last.value / first.value) ** (1 / (last.position - first.position)))
    if not _SLOWEST <= factor <= 1 or not all(
        math.isclose(
            number.value,
            first.value * factor ** (number.position - first.position),
            rel_tol=1e-5,
            abs_tol=first.slack + number.slack,
        )
        for number in numbers
    ):
        return None
    return factor


def _counts(series: Series, *, named: bool) -> bool:
    if is_floating(series.dtype) and not named:
        return False
    values = series.values
    if any(value != int(value) for value in values if abs(value) < 1e15) or not all(abs(v) < 1e15 for v in values):
        return False
    places = [number.position for number in series.numbers]
    if len(values) < 2 or is_constant(series):
        return named
    slope = (values[-1] - values[0]) / (places[-1] - places[0])
    return slope > 0 and all(
        value == values[0] + slope * (place - places[0]) for value, place in zip(values, places, strict=True)
    )
