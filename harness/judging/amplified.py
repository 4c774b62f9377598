"""Which differences of two sides are no more than what the script makes of rounding, by its measured spread."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from harness.judging.columns import one_is_double
from harness.judging.edges import Prints
from harness.judging.judge import Tolerance
from harness.judging.judge_fields import judge_fields
from harness.judging.read_rows import NumberPlace, RowColumn, named_by, read, read_rows, row_columns
from harness.judging.records import RecordMatch
from harness.judging.spread import Allowance, Spread, allowances, whole_allowance
from harness.judging.traces import Tolerances, flatten
from harness.logs.fields import Field
from harness.logs.matching import Matching
from harness.logs.names import STEP_NAMES
from harness.logs.rows import Row
from harness.words.printed import integer_in
from harness.words.trace import Trace, Value, coarsest, is_floating
from harness.words.ulps import spacing

_NOTHING = Allowance(0.0, 0.0, tells=True)
# Two numbers that the comparison pairs, the left one first.
_Pair = tuple[Field, Field]


@dataclass(frozen=True)
class Excess:
    """A number of the left side, by its line or record, from 1, that the right side has otherwise: ``seen`` is how far
    apart they are, ``spread`` how far rounding alone moves the left one, both in ULP."""

    line: int
    name: str
    spread: float
    seen: float


@dataclass(frozen=True)
class Sensitivity:
    """What the spread of ``samples`` says of the numbers that differ: those that are ``amplified``, by their place in
    the comparison, those ``outside`` of it, and those of which this log ``cannot_tell``; the worst or first of each."""

    samples: int
    amplified: frozenset[tuple[int, str]]
    outside: int
    cannot_tell: int
    worst: Excess | None = None
    first_outside: Excess | None = None
    first_untold: Excess | None = None


def amplified_lines(matching: Matching, tolerances: Tolerances, spread: Spread, *, exact: bool) -> Sensitivity:
    """Hold the numbers of two matched logs that differ against the spread of the left one."""
    columns = row_columns(matching, tolerances)
    known = read_rows(matching, tolerances, exact=exact)
    allowed: dict[NumberPlace, Allowance] = {}
    wider = []
    # Another dtype rounds otherwise in every operation after it, and is a cause of its own.
    other_dtype = any(one_is_double(each.column) for each in columns)
    for each in columns:
        given = [_NOTHING] * len(each.places) if other_dtype else _allowances(each, matching, spread)
        allowed.update(zip(each.places, given, strict=True))
        noises = tuple(one.most if one.tells else 0.0 for one in given)
        wider.append(replace(each, column=replace(each.column, noises=noises)))
    wide = read(wider, exact=exact)
    return _sorted_out(
        spread.samples,
        (
            _judged(where, match, pair, wide[where], _allowed(match, pair, allowed[where], spread))
            for where, match, pair in _differing(matching)
            if _is_apart(pair, known[where], tolerances.of(named_by(*pair))) and not is_set(tolerances, named_by(*pair))
        ),
    )


def amplified_records(
    left: Trace, right: Trace, matches: Sequence[RecordMatch], tolerances: Tolerances, spread: Spread
) -> Sensitivity:
    """Hold the numbers of two traces that differ against the spread of the left one."""
    mine, others = flatten(left), flatten(right)
    numbers: dict[str, list[tuple[int, Value, Value]]] = {}
    for place, other in matches:
        if place is None or other is None:
            continue
        for name, value in mine.records[place].items():
            measured = others.records[other].get(name)
            if measured is not None and name not in STEP_NAMES and not is_set(tolerances, name):
                numbers.setdefault(name, []).append((place, value, measured))
    # As above.
    other_dtype = any(left.dtype != right.dtype for found in numbers.values() for _, left, right in found)
    return _sorted_out(
        spread.samples,
        (
            one
            for name, found in numbers.items()
            for one in _of_records(name, found, tolerances, spread, other_dtype=other_dtype)
        ),
    )


def is_set(tolerances: Tolerances, name: str) -> bool:
    """Whether a person has said by how much the numbers of this name may be off: that wins."""
    return tolerances.of(name) != Tolerance()


@dataclass(frozen=True)
class _Judged:
    where: tuple[int, str]
    excess: Excess
    within: bool
    tells: bool


def _sorted_out(samples: int, judged: Iterable[_Judged]) -> Sensitivity:
    found = list(judged)
    within = [each for each in found if each.within]
    untold = [each.excess for each in found if not each.within and not each.tells]
    outside = [each.excess for each in found if not each.within and each.tells]
    worst = max((each.excess for each in within), key=lambda one: one.seen / (one.spread or 1.0), default=None)
    return Sensitivity(
        samples,
        frozenset(each.where for each in within),
        len(outside),
        len(untold),
        worst,
        min(outside, key=lambda one: one.line, default=None),
        min(untold, key=lambda one: one.line, default=None),
    )


def _differing(matching: Matching) -> Iterator[tuple[NumberPlace, Row, _Pair]]:
    for place, match in enumerate(matching.rows):
        if match.left is None or match.right is None or match.left.text == match.right.text:
            continue
        for expected, measured in match.fields:
            if expected is None or measured is None or expected.text == measured.text or expected.is_step:
                continue
            if expected.is_number and measured.is_number:
                yield (place, expected.name), match.left, (expected, measured)


def _is_apart(pair: _Pair, known: tuple[Prints | None, str], tolerance: Tolerance) -> bool:
    expected, measured = pair
    prints, dtype = known
    return not judge_fields(expected, measured, prints, tolerance, dtype).verdict.passes


def _allowances(column: RowColumn, matching: Matching, spread: Spread) -> list[Allowance]:
    """What is allowed for each number of a column; elements of an array have a history each, and one scale."""
    pairs = column.column.pairs
    finite = [abs(left.value) for left, _ in pairs if math.isfinite(left.value)]
    by_name: dict[str, list[int]] = {}
    for at, (_, name) in enumerate(column.places):
        by_name.setdefault(name, []).append(at)
    found: dict[int, Allowance] = {}
    for name, places in by_name.items():
        lines = [matching.rows[column.places[at][0]].left for at in places]
        numbers = [
            ((line.line if line is not None else -1, name), pairs[at][0].value)
            for line, at in zip(lines, places, strict=True)
        ]
        given = allowances(numbers, spread, column.column.dtype, max(finite, default=0.0))
        found.update(zip(places, given, strict=True))
    return [found[at] for at in range(len(pairs))]


def _allowed(row: Row, pair: _Pair, of_column: Allowance, spread: Spread) -> Allowance:
    if _is_whole(pair):
        return whole_allowance((row.line, pair[0].name), spread)
    return of_column


def _is_whole(pair: _Pair) -> bool:
    return all(integer_in(field.text) is not None for field in pair)


def _judged(
    where: NumberPlace, row: Row, pair: _Pair, wide: tuple[Prints | None, str], allowance: Allowance
) -> _Judged:
    expected, measured = pair
    prints, dtype = wide
    gap = abs(measured.value - expected.value)
    unit = spacing(expected.value, dtype) or math.inf
    excess = Excess(row.line + 1, expected.name, allowance.spread / unit, gap / unit)
    near = gap <= allowance.most
    if prints is not None and not _is_whole(pair):
        near = near or prints.is_rounded or prints.is_tolerated
    return _Judged(where, excess, allowance.tells and allowance.most > 0 and near, allowance.tells)


def _of_records(
    name: str,
    numbers: Sequence[tuple[int, Value, Value]],
    tolerances: Tolerances,
    spread: Spread,
    *,
    other_dtype: bool,
) -> Iterator[_Judged]:
    """The numbers of one field that differ by more than the tolerance."""
    floats = [
        (place, float(a), float(b))
        for place, left, right in numbers
        if isinstance(a := left.items[0], int | float) and isinstance(b := right.items[0], int | float)
    ]
    dtypes = {value.dtype for _, *pair in numbers for value in pair}
    floating = all(map(is_floating, dtypes))
    dtype = coarsest(dtypes) if floating else "int"
    scale = max((abs(a) for _, a, _ in floats if math.isfinite(a)), default=0.0)
    if floating:
        given = allowances([((place, name), a) for place, a, _ in floats], spread, dtype, scale)
    else:
        given = [whole_allowance((place, name), spread) for place, _, _ in floats]
    if other_dtype:
        given = [_NOTHING] * len(floats)
    for (place, left, right), allowance in zip(floats, given, strict=True):
        if left == right or tolerances.of(name).allows(right, left, dtype):
            continue
        unit = (spacing(left, dtype) if floating else 1.0) or math.inf
        gap = abs(right - left)
        excess = Excess(place + 1, name, allowance.spread / unit, gap / unit)
        yield _Judged((place, name), excess, allowance.tells and gap <= allowance.most, allowance.tells)
