"""Updates: by what factor one side's updates are larger than the other's, from the numbers alone."""

import math
from dataclasses import dataclass
from itertools import pairwise

from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.shape import is_apart, is_counter, trained
from harness.words.series import Number, Series
from harness.words.trace import is_floating
from harness.words.ulps import spacing

_FEWEST = 3
# How well a factor between two successive updates must be known to be used at all.
_KNOWN = 1e-2
# How near two sides must come to one start and one limit, as a part of the distance between these.
_NEAR = 1e-3


@dataclass(frozen=True)
class Contraction:
    """A run that nears ``limit`` by the same ``factor`` with each record, as gradient descent does on a quadratic.

    ``error`` is how far off the factor may be, ``first`` the first number, ``start`` the one that must have stood a
    record before it; ``count`` are the pairs of updates that the factor was held against.
    """

    factor: float
    error: float
    limit: float
    first: float
    start: float
    count: int


@dataclass(frozen=True)
class UpdateRatio:
    """The right side's updates are ``ratio`` times the left side's, give or take ``error``; ``says`` why."""

    ratio: float
    error: float
    says: str


def update_ratio(evidence: Evidence) -> UpdateRatio | None:
    """Give the ratio of the updates; None unless the numbers leave no other explanation.

    Either both sides near the same limit from the same start, each by a constant factor; or two or more numbers start
    alike, and their first updates all have the same ratio.
    """
    series = trained(evidence)
    if (
        not series
        or any(_strides(paired) for paired in evidence.paired)
        or not any(is_apart(paired, evidence.tolerances) for paired in series)
    ):
        return None
    return _by_contraction(series, evidence) or _by_first_updates(series, evidence)


def contraction(series: Series) -> Contraction | None:
    """Give the constant factor by which a series nears its limit, None where it has none."""
    updates = [
        (sooner, later, later.value - sooner.value)
        for sooner, later in pairwise(series.numbers)
        if later.position == sooner.position + 1
    ]
    found: list[tuple[float, float, Number, float]] = []
    for (start, middle, one), (again, end, two) in pairwise(updates):
        if again.position != middle.position or one == 0:
            continue
        factor = two / one
        error = _noise(series, start, middle, end) * (1 + abs(factor)) / abs(one)
        if error <= _KNOWN:
            found.append((error, factor, start, one))
    if len(found) < _FEWEST:
        return None
    error, factor, start, update = min(found, key=lambda each: each[0])
    if abs(factor - 1) <= 10 * error or abs(factor) <= 10 * error:
        return None
    if any(abs(other - factor) > 3 * (error + off) for off, other, _, _ in found):
        return None
    limit = start.value - update / (factor - 1)
    first = series.numbers[0].value
    return Contraction(factor, error, limit, first, limit + (first - limit) / factor, len(found))


def short(value: float, error: float) -> float:
    """Give the shortest decimal within ``error`` of a value, the value itself where none of seven digits is."""
    for digits in range(1, 8):
        rounded = float(f"{value:.{digits - 1}e}")
        if abs(rounded - value) <= error:
            return rounded
    return value


def _by_contraction(series: tuple[Paired, ...], evidence: Evidence) -> UpdateRatio | None:
    found = []
    for paired in series:
        mine, other = contraction(paired.left), contraction(paired.right)
        if mine is None or other is None or paired.left.numbers[0].position or paired.right.numbers[0].position:
            return None
        found.append((paired, mine, other))
    # The square of another series' distance from its limit is its loss, whatever it is called.
    kept = [each for each in found if not any(_is_square(each[1], other[1]) for other in found)]
    ratios = []
    for paired, mine, other in kept:
        reach = max(abs(mine.start - mine.limit), abs(mine.first - mine.limit))
        same_limit = abs(mine.limit - other.limit) <= _NEAR * reach
        from_first = abs(mine.first - other.first) <= _NEAR * abs(mine.first - mine.limit)
        from_before = abs(mine.start - other.start) <= _NEAR * abs(mine.start - mine.limit)
        if not same_limit or not (from_first or from_before) or _is_twice(mine, other):
            return None
        ratio = (1 - other.factor) / (1 - mine.factor)
        error = abs(ratio) * (other.error / abs(1 - other.factor) + mine.error / abs(1 - mine.factor))
        start = mine.first if from_first else mine.start
        ratios.append((ratio, error, paired, mine, other, start))
    if not ratios:
        return None
    ratio, error, paired, mine, other, start = min(ratios, key=lambda each: each[1])
    if any(abs(each[0] - ratio) > 3 * (each[1] + error) for each in ratios):
        return None
    if abs(ratio - 1) <= max(_NEAR, 3 * error):
        return None
    if abs(start) <= _NEAR * abs(mine.first - mine.limit):
        start = 0.0  # was worked out, not printed
    says = (
        f"from {_digits(start)} on, {paired.name} nears {mine.limit:.3g} by the factor {_digits(mine.factor)} "
        f"with each record in {evidence.left.name}, by {_digits(other.factor)} in {evidence.right.name} "
        f"({min(mine.count, other.count)} records): its updates are {_digits(ratio)} times as large"
    )
    return UpdateRatio(ratio, error, says)


def _by_first_updates(series: tuple[Paired, ...], evidence: Evidence) -> UpdateRatio | None:
    """From numbers that start alike, say all weights of a layer."""
    ratios = []
    for paired in series:
        left, right = paired.left.at(), paired.right.at()
        if not {0, 1} <= left.keys() & right.keys() or left[0].value != right[0].value:
            return None
        mine, other = left[1].value - left[0].value, right[1].value - right[0].value
        if mine == 0 or other == 0:
            if mine != other:
                return None
            continue
        noise = _noise(paired.left, left[0], left[1]), _noise(paired.right, right[0], right[1])
        ratios.append((other / mine, abs(other / mine) * (noise[0] / abs(mine) + noise[1] / abs(other))))
    # A number of two digits tells nearly no ratio: it may not contradict the others, and has no vote.
    known = [each for each in ratios if each[1] <= _KNOWN * abs(each[0])]
    if len(known) < 2:
        return None
    ratio, error = min(known, key=lambda each: each[1])
    if any(abs(each - ratio) > 2 * (off + error) for each, off in ratios):
        return None
    if abs(ratio - 1) <= max(_NEAR, 3 * error):
        return None
    which = f"all {len(known)}" if len(known) == len(series) else f"{len(known)} of {len(series)}"
    return UpdateRatio(
        ratio,
        error,
        f"{which} numbers of {evidence.right.name} start as in {evidence.left.name}, and their first updates are "
        f"{_digits(ratio)} times as large",
    )


def _is_square(one: Contraction, other: Contraction) -> bool:
    return math.isclose(one.factor, other.factor**2, abs_tol=10 * (one.error + other.error)) and abs(
        one.limit
    ) <= _NEAR * abs(one.start - one.limit)


def _is_twice(one: Contraction, other: Contraction) -> bool:
    """Whether one side makes two of the other's updates with each record, which is no matter of the rate."""
    return any(
        abs(slow.factor**2 - quick.factor) <= 3 * (quick.error + 2 * slow.error * abs(slow.factor))
        for slow, quick in ((one, other), (other, one))
    )


def _strides(paired: Paired) -> bool:
    """Whether a counter shows that a record stands for more than one step."""
    return is_counter(paired) and any(
        later.value - sooner.value > later.position - sooner.position
        for series in (paired.left, paired.right)
        for sooner, later in pairwise(series.numbers)
    )


def _noise(series: Series, *numbers: Number) -> float:
    """How far off a difference of two of these may be: they were computed from numbers of the size of the largest."""
    dtype = series.dtype if is_floating(series.dtype) else "float32"
    largest = max(numbers, key=lambda number: abs(number.value))
    return 2 * max(number.slack for number in numbers) + 2 * spacing(max(abs(largest.value), 1.0), dtype)


def _digits(value: float) -> str:
    return f"{value:.5g}"
