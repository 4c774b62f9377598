"""Comparing two logs line by line: lines are aligned by their words, numbers paired by name and position."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from harness.judging.edges import Prints, excused
from harness.judging.judge_fields import judge_fields, prints_of
from harness.judging.traces import Tolerances
from harness.logs.align import align_rows
from harness.logs.pair import Alone, FieldPair, Renumbered, RowPair, pair_rows, renumbered, unjudged
from harness.logs.rows import Row, groups_of, rows_of, slacks_of
from harness.logs.split import split_rows
from harness.words.verdict import Comparison, Divergence, Verdict, worst

LEFT = "left log"
_NONE = "no such number"


@dataclass(frozen=True)
class LogLine:
    """A line of a log with its number, from 1; an array over several lines is one."""

    number: int
    text: str


@dataclass(frozen=True)
class Noise:
    """A number that both sides print in one line and that nobody judges: a time it took."""

    line: int
    name: str
    left: str
    right: str


@dataclass(frozen=True)
class LineComparison:
    """What came of holding the lines of one log, ``right``, against those of another, ``left``.

    ``missing`` and ``left_over`` are the lines with numbers that only the left or the right side has; ``extra_left``
    and ``extra_right`` are banners, warnings and other lines that say nothing against the numbers; ``noise`` are
    numbers that differ and need not agree, ``alone`` those that one side has besides, ``renumbered`` steps that the
    two count from different numbers. ``matched`` gives for each left line that has a partner the right one.
    """

    comparison: Comparison
    missing: tuple[LogLine, ...] = ()
    left_over: tuple[LogLine, ...] = ()
    extra_left: tuple[LogLine, ...] = ()
    extra_right: tuple[LogLine, ...] = ()
    noise: tuple[Noise, ...] = ()
    matched: tuple[tuple[int, int], ...] = ()
    alone: tuple[Alone, ...] = ()
    renumbered: tuple[Renumbered, ...] = ()


def compare_lines(
    left: Sequence[str], right: Sequence[str], tolerances: Tolerances, *, exact: bool = False
) -> LineComparison:
    """Hold the lines of the right log against those of the left one.

    Lines that differ in their text only, or stand on one side only and are no rows of numbers, make it
    ``reformatted``; each number is judged at the precision at which the less precise side prints it. With ``exact`` one
    side's numbers are known beyond their print, so that no edge of rounding lies between.
    """
    theirs, ours = rows_of(left), rows_of(right)
    theirs, ours = split_rows(theirs, ours), split_rows(ours, theirs)
    judge = _Judge(tolerances, _slacks(theirs), _slacks(ours))
    aligned = align_rows(theirs, ours)
    rows = [(theirs[i], ours[j]) for i, j in aligned.pairs]
    numbers, alone = pair_rows(rows)
    columns = [set[str]() for _ in rows] if exact else _excused(rows, numbers, tolerances)
    judged = [
        judge.pair(*pair, fields, columns[at]) for at, (pair, fields) in enumerate(zip(rows, numbers, strict=True))
    ]
    places = [float(theirs[i].line) for i, _ in aligned.pairs]
    judged += [_missing(theirs[i]) for i in aligned.missing]
    places += [float(theirs[i].line) for i in aligned.missing]
    judged += [_left_over(ours[j]) for j in aligned.left_over]
    places += _between(aligned.left_over, [(j, theirs[i].line) for i, j in aligned.pairs])
    agreeing = sum(each.verdict.passes for each in judged)
    judged += [_extra(theirs[i], None) for i in aligned.extra_left] + [
        _extra(None, ours[j]) for j in aligned.extra_right
    ]
    places += [float(len(left))] * (len(aligned.extra_left) + len(aligned.extra_right))
    in_order = [judged[place] for place in sorted(range(len(judged)), key=places.__getitem__)]
    comparison = Comparison(
        LEFT,
        worst(*(each.verdict for each in judged)),
        agreeing,
        len(aligned.pairs) + len(aligned.missing),
        len(aligned.missing),
        len(aligned.left_over),
        _first(in_order),
    )
    return LineComparison(
        comparison,
        _lines(theirs, aligned.missing),
        _lines(ours, aligned.left_over),
        _lines(theirs, aligned.extra_left),
        _lines(ours, aligned.extra_right),
        tuple(noise for pair in rows for noise in _noise(*pair)),
        tuple((mine.line + 1, other.line + 1) for mine, other in rows),
        alone,
        renumbered(rows),
    )


@dataclass(frozen=True)
class _Judged:
    verdict: Verdict
    divergence: Divergence | None = None
    # Whether it is a number that the other side does not have.
    lone: bool = False


_Slacks = Mapping[tuple[tuple[str, ...], str, str], float]


@dataclass(frozen=True)
class _Judge:
    """Judges two rows that belong together."""

    tolerances: Tolerances
    left: _Slacks
    right: _Slacks

    def pair(self, expected: Row, measured: Row, fields: Sequence[FieldPair], edges: Set[str]) -> _Judged:
        if expected.text == measured.text:
            return _Judged(Verdict.IDENTICAL)
        whole = Divergence(
            expected.line + 1, measured.line, _step(expected), "text", _shown(expected), _shown(measured)
        )
        found = [self._number(expected, measured, pair, whole, edges) for pair in fields]
        verdict = worst(Verdict.REFORMATTED, *(each.verdict for each in found))
        of_both = sorted((each for each in found if each.verdict is verdict), key=lambda each: each.lone)
        return of_both[0] if of_both else _Judged(Verdict.REFORMATTED, whole)

    def _number(self, expected: Row, measured: Row, pair: FieldPair, whole: Divergence, edges: Set[str]) -> _Judged:
        mine, other = pair
        named = mine or other
        assert named is not None
        place = replace(
            whole,
            field=named.name,
            expected=mine.text if mine is not None else _NONE,
            measured=other.text if other is not None else _NONE,
        )
        if mine is None or other is None:
            return _Judged(Verdict.DIVERGED, place, lone=True)
        slack = max(self.left[expected.names, mine.name, mine.text], self.right[measured.names, other.name, other.text])
        tolerance = self.tolerances.of(mine.name.partition("#")[0])
        judgement = judge_fields(mine, other, slack, tolerance, excused=mine.name in edges)
        return _Judged(judgement.verdict, replace(place, ulps=judgement.ulps, relative=judgement.relative))


def _excused(rows: Sequence[RowPair], numbers: Sequence[Sequence[FieldPair]], tolerances: Tolerances) -> list[set[str]]:
    """For each pair of rows the names of the numbers for which rounding accounts, though they may be one unit of the
    last digit apart. An array is one column: it has many numbers that may cross an edge."""
    columns: dict[tuple[object, ...], list[tuple[int, str, Prints]]] = {}
    for at, ((left, right), fields) in enumerate(zip(rows, numbers, strict=True)):
        for mine, other in fields:
            if mine is None or other is None:
                continue
            prints = prints_of(mine, other, tolerances.of(mine.name.partition("#")[0]))
            if prints is not None:
                key = (left.names, right.names, mine.name.partition("[")[0])
                columns.setdefault(key, []).append((at, mine.name, prints))
    found: list[set[str]] = [set() for _ in rows]
    for column in columns.values():
        for (at, name, _), is_excused in zip(column, excused([prints for _, _, prints in column]), strict=True):
            if is_excused:
                found[at].add(name)
    return found


def _slacks(rows: Sequence[Row]) -> _Slacks:
    return {(names, *key): slack for names, group in groups_of(rows).items() for key, slack in slacks_of(group).items()}


def _missing(row: Row) -> _Judged:
    return _Judged(Verdict.DIVERGED, Divergence(row.line + 1, None, _step(row), "line", _shown(row), "no such line"))


def _left_over(row: Row) -> _Judged:
    return _Judged(Verdict.DIVERGED, Divergence(None, row.line, _step(row), "line", "no such line", _shown(row)))


def _extra(left: Row | None, right: Row | None) -> _Judged:
    if left is not None:
        place = Divergence(left.line + 1, None, None, "text", _shown(left), "no such line")
    else:
        assert right is not None
        place = Divergence(None, right.line, None, "text", "no such line", _shown(right))
    return _Judged(Verdict.REFORMATTED, place)


def _between(places: Sequence[int], known: Sequence[tuple[int, int]]) -> list[float]:
    """Where right rows without a partner stand among the left lines: behind the partner of the row before."""
    back = sorted(known)
    found: list[float] = []
    at = 0
    behind = -1
    for place in places:
        while at < len(back) and back[at][0] < place:
            behind = back[at][1]
            at += 1
        found.append(behind + 0.5)
    return found


def _first(judged: Sequence[_Judged]) -> Divergence | None:
    """The first that does not pass, one that both sides have if there is any; else the first that is not the same
    character for character."""
    failing = sorted((each for each in judged if not each.verdict.passes), key=lambda each: each.lone)
    if failing:
        return failing[0].divergence
    return next((each.divergence for each in judged if each.divergence is not None), None)


def _noise(left: Row, right: Row) -> list[Noise]:
    return [
        Noise(left.line + 1, mine.name, mine.text, other.text)
        for mine, other in unjudged(left, right)
        if mine.text != other.text
    ]


def _shown(row: Row) -> str:
    return row.text.replace("\n", " ⏎ ")


def _step(row: Row) -> str | None:
    return next((field.text for field in row.fields if field.is_step), None)


def _lines(rows: Sequence[Row], places: Sequence[int]) -> tuple[LogLine, ...]:
    return tuple(LogLine(rows[place].line + 1, rows[place].text) for place in places)
