"""Spread: how far the numbers of one script come apart where it is only rounded otherwise, and what that excuses."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from harness.judging.traces import flatten
from harness.logs.matching import Standing, match_lines
from harness.words.trace import Trace
from harness.words.ulps import spacing

# A difference may be so many times the spread. Measured: docs/compare.md.
FACTOR = 3
# Where that is more than this part of the largest number of its name, the number tells nothing.
MOST_OF_SCALE = 0.1
# Whole numbers (classes, counts of hits) do not spread evenly: a difference may be no larger than a sample's own.
_WHOLE_FACTOR = 1

# A number of a script: its line or record, from 0, and its name there.
_Where = tuple[int, str]


@dataclass(frozen=True)
class Spread:
    """The numbers of ``samples`` runs of one script, each moved by rounding in another way, against those of the script
    as it is: ``largest`` has for each of these, by line or record, from 0, and name, the largest distance. ``least`` is
    what each number of a name has, in ULP, of which any number has as much."""

    samples: int
    largest: Mapping[_Where, float]
    least: float = 0.0


@dataclass(frozen=True)
class Allowance:
    """What is allowed for one number: a difference of ``most``, ``spread`` is the distance that it comes of. With
    ``tells`` False the log cannot tell whether the number is right."""

    spread: float
    most: float
    tells: bool


def spread_of_lines(base: Sequence[str], samples: Sequence[Sequence[str]]) -> Spread:
    """Give the spread of the numbers of a log; what one of the samples does not print has none."""
    found: list[dict[_Where, float]] = []
    for sample in samples:
        distances: dict[_Where, float] = {}
        for match in match_lines(base, sample).of(Standing.PAIRED):
            for mine, other in match.fields:
                if match.left is not None and mine is not None and other is not None and mine.is_number:
                    distances[match.left.line, mine.name] = _distance(mine.value, other.value)
        found.append(distances)
    return _spread(found)


def spread_of_traces(base: Trace, samples: Sequence[Trace]) -> Spread:
    """Give the spread of the numbers of a trace, record by record."""
    flat, found = flatten(base), []
    for sample in map(flatten, samples):
        distances: dict[_Where, float] = {}
        for place, (mine, other) in enumerate(zip(flat.records, sample.records, strict=False)):
            for name in mine.keys() & other.keys():
                left, right = mine[name].items[0], other[name].items[0]
                if isinstance(left, int | float) and isinstance(right, int | float):
                    distances[place, name] = _distance(float(left), float(right))
        found.append(distances)
    return _spread(found)


def widest(spreads: Sequence[Spread]) -> Spread:
    """Give the larger of several spreads for each number that all of them have."""
    largest = [dict(each.largest) for each in spreads]
    return Spread(max(each.samples for each in spreads), _spread(largest).largest)


def allowances(numbers: Sequence[tuple[_Where, float]], spread: Spread, dtype: str, scale: float) -> list[Allowance]:
    """Give what is allowed for the numbers of one name, in the order in which they were printed.

    The spread of a number is its own or, if that is larger, as many ULP as that of one before it: what a rounding has
    done once may be done at any time after that; and at least that which the spread gives each number. ``scale`` is
    the size of the largest number of this name or array, ``dtype`` what is computed in. A number without a spread has
    none to be excused by.
    """
    found, ulps = [], min(spread.least, _ulps_anywhere(numbers, spread, dtype))
    for where, value in numbers:
        own, unit = spread.largest.get(where, math.nan), spacing(value, dtype)
        if math.isnan(own) or not unit:
            found.append(Allowance(0.0, 0.0, tells=not math.isnan(own)))
            continue
        ulps = max(ulps, own / unit)
        size = max(own, ulps * unit)
        most = FACTOR * size
        found.append(Allowance(size, most, tells=most <= MOST_OF_SCALE * scale))
    return found


def _ulps_anywhere(numbers: Sequence[tuple[_Where, float]], spread: Spread, dtype: str) -> float:
    """The largest spread of any of these numbers, in ULP."""
    both = [(spread.largest.get(where, math.nan), spacing(value, dtype)) for where, value in numbers]
    return max((own / unit for own, unit in both if unit and not math.isnan(own)), default=0.0)


def whole_allowance(where: _Where, spread: Spread) -> Allowance:
    """Give what is allowed for a whole number."""
    own = spread.largest.get(where, 0.0)
    return Allowance(own, _WHOLE_FACTOR * own, tells=True)


def _spread(found: Sequence[Mapping[_Where, float]]) -> Spread:
    largest: dict[_Where, float] = {}
    for where in found[0] if found else ():
        distances = [each.get(where, math.nan) for each in found]
        if not any(math.isnan(each) for each in distances):
            largest[where] = max(distances)
    return Spread(len(found), largest)


def _distance(left: float, right: float) -> float:
    """Infinite where one of two numbers is not finite and the other is."""
    if math.isfinite(left) and math.isfinite(right):
        return abs(left - right)
    return 0.0 if left == right or (math.isnan(left) and math.isnan(right)) else math.inf
