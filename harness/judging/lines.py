"""Comparing two logs line by line: each number of the rows that belong together is judged by its partner."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from harness.judging.columns import Column, read_columns, typed
from harness.judging.edges import Prints
from harness.judging.judge_fields import judge_fields
from harness.judging.line_comparison import LineComparison
from harness.judging.traces import Tolerances
from harness.logs.columns import common_name
from harness.logs.fields import Field
from harness.logs.matching import Matching, RowMatch, Standing, match_lines
from harness.logs.pair import FieldPair
from harness.logs.rows import Row, array_of, groups_of, scales_of, slacks_of
from harness.words.finding import Place
from harness.words.series import Number
from harness.words.verdict import Comparison, Divergence, Verdict, worst

LEFT = "left log"
_NONE = "no such number"


def compare_lines(
    left: Sequence[str],
    right: Sequence[str],
    tolerances: Tolerances,
    *,
    exact: bool = False,
    stopped: Collection[Place] = (),
) -> LineComparison:
    """Hold the lines of the right log against those of the left one.

    Lines that differ in their text only, or stand on one side only and are no rows of numbers, make it
    ``reformatted``; each number is judged at the precision at which the less precise side prints it. With ``exact`` one
    side's numbers are known beyond their print, so that no edge of rounding lies between. A side that was ``stopped``
    at a limit is held against the other one as far as it came.
    """
    matching = match_lines(left, right, stopped)
    judge = _Judge(tolerances, _read(matching, tolerances, exact=exact))
    judged = [judge.match(place, match) for place, match in enumerate(matching.rows)]
    comparison = Comparison(
        LEFT,
        worst(*(each.verdict for each in judged)),
        sum(each.standing is Standing.PAIRED and each.verdict.passes for each in judged),
        len(matching.of(Standing.PAIRED)) + len(matching.of(Standing.MISSING)),
        len(matching.of(Standing.MISSING)),
        len(matching.of(Standing.LEFT_OVER)),
        _first(judged),
    )
    return LineComparison(comparison, matching)


@dataclass(frozen=True)
class _Judged:
    standing: Standing
    verdict: Verdict
    divergence: Divergence | None = None
    # Whether it is a number that the other side does not have.
    lone: bool = False


# By how much a number may differ from its text, by the names in its row, then by its own name and text.
_Slacks = Mapping[tuple[str, ...], Mapping[tuple[str, str], float]]
# A column: the place of the kind of its rows, by what is named in the left and the right one, and its own name.
_Name = tuple[int, str]
# What the printing of a number accounts for, and the dtype of its column, by the place of its row and its left name.
_Read = Mapping[tuple[int, str], tuple[Prints | None, str]]


@dataclass(frozen=True)
class _Judge:
    """Judges rows as they were matched."""

    tolerances: Tolerances
    read: _Read

    def match(self, place: int, match: RowMatch) -> _Judged:
        left, right = match.left, match.right
        if match.standing is Standing.NOT_SHOWN:
            return _Judged(match.standing, Verdict.IDENTICAL)
        if left is not None and right is not None:
            return self._pair(place, left, right, match.fields)
        extra = match.standing is Standing.EXTRA
        step = next((_step(row) for row in (left, right) if row is not None and not extra), None)
        where = _place(left, right, step, "text" if extra else "line")
        return _Judged(match.standing, Verdict.REFORMATTED if extra else Verdict.DIVERGED, where)

    def _pair(self, place: int, left: Row, right: Row, fields: Sequence[FieldPair]) -> _Judged:
        if left.text == right.text:
            return _Judged(Standing.PAIRED, Verdict.IDENTICAL)
        whole = _place(left, right, _step(left), "text")
        found = [self._number(place, pair, whole) for pair in fields]
        verdict = worst(Verdict.REFORMATTED, *(each.verdict for each in found))
        of_both = sorted((each for each in found if each.verdict is verdict), key=lambda each: each.lone)
        return of_both[0] if of_both else _Judged(Standing.PAIRED, Verdict.REFORMATTED, whole)

    def _number(self, place: int, pair: FieldPair, whole: Divergence) -> _Judged:
        expected, measured = pair
        if expected is not None and measured is not None and expected.text == measured.text:
            return _Judged(Standing.PAIRED, Verdict.IDENTICAL)
        named = expected or measured
        assert named is not None
        where = replace(
            whole,
            field=named.name,
            expected=expected.text if expected is not None else _NONE,
            measured=measured.text if measured is not None else _NONE,
        )
        if expected is None or measured is None:
            return _Judged(Standing.PAIRED, Verdict.DIVERGED, where, lone=True)
        prints, dtype = self.read[place, expected.name]
        judgement = judge_fields(expected, measured, prints, self.tolerances.of(_named(expected, measured)), dtype)
        judged = replace(where, ulps=judgement.ulps, relative=judgement.relative)
        return _Judged(Standing.PAIRED, judgement.verdict, judged)


def _read(matching: Matching, tolerances: Tolerances, *, exact: bool) -> _Read:
    """What the printing of each number accounts for. An array is one column: it has many numbers that may cross an edge
    of rounding."""
    slacks_left, slacks_right = _slacks(matching, Place.LEFT), _slacks(matching, Place.RIGHT)
    kinds: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
    places: dict[_Name, list[tuple[int, str]]] = {}
    columns: dict[_Name, list[tuple[Number, Number]]] = {}
    for place, match in enumerate(matching.rows):
        if match.left is None or match.right is None or not match.fields:
            continue
        # Once for a row: a row may have a hundred thousand numbers, and as many names.
        kind = kinds.setdefault((match.left.names, match.right.names), len(kinds))
        of_left, of_right = slacks_left.get(match.left.names, {}), slacks_right.get(match.right.names, {})
        scales_left, scales_right = scales_of(match.left), scales_of(match.right)
        for expected, measured in match.fields:
            if expected is None or measured is None:
                continue
            key = (kind, _named(expected, measured).partition("[")[0])
            left = _number(place, expected, of_left[expected.name, expected.text], scales_left)
            right = _number(place, measured, of_right[measured.name, measured.text], scales_right)
            columns.setdefault(key, []).append((left, right))
            places.setdefault(key, []).append((place, expected.name))
    known = [typed(Column(tuple(pairs), tolerances.of(name))) for (_, name), pairs in columns.items()]
    return {
        where: (prints, column.dtype)
        for column, at, read in zip(known, places.values(), read_columns(known, exact=exact), strict=True)
        for where, prints in zip(at, read, strict=True)
    }


def _number(place: int, field: Field, slack: float, scales: Mapping[str, float]) -> Number:
    # True and False are no numbers, and have no neighbours.
    value = field.value if field.is_number else math.nan
    return Number(place, value, slack, field.text, scales.get(array_of(field), 0.0))


def _slacks(matching: Matching, side: Place) -> _Slacks:
    rows = [row for match in matching.rows if (row := match.left if side is Place.LEFT else match.right) is not None]
    return {names: slacks_of(group) for names, group in groups_of(rows).items()}


def _named(left: Field, right: Field) -> str:
    """The name by which a number has its tolerance."""
    return common_name(left.name, right.name).partition("#")[0]


def _place(left: Row | None, right: Row | None, step: str | None, field: str) -> Divergence:
    return Divergence(
        left.line + 1 if left is not None else None,
        right.line if right is not None else None,
        step,
        field,
        _shown(left),
        _shown(right),
    )


def _first(judged: Sequence[_Judged]) -> Divergence | None:
    """The first that does not pass, one that both sides have if there is any; else the first that is not the same
    character for character, of lines that nobody misses last."""
    failing = sorted((each for each in judged if not each.verdict.passes), key=lambda each: each.lone)
    if failing:
        return failing[0].divergence
    in_order = sorted(judged, key=lambda each: each.standing is Standing.EXTRA)
    return next((each.divergence for each in in_order if each.divergence is not None), None)


def _shown(row: Row | None) -> str:
    return row.text.replace("\n", " ⏎ ") if row is not None else "no such line"


def _step(row: Row) -> str | None:
    return next((field.text for field in row.fields if field.is_step), None)
