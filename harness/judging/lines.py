"""Comparing two logs line by line: each number of the rows that belong together is judged by its partner."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from harness.judging.edges import Prints
from harness.judging.judge_fields import judge_fields
from harness.judging.read_rows import NumberPlace, named_by, read_rows
from harness.judging.traces import Tolerances
from harness.logs.matching import Matching, RowMatch, Standing, match_lines
from harness.logs.pair import Alone, FieldPair, Renumbered, unjudged
from harness.logs.rows import Row
from harness.words.finding import Place
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
    """What came of holding the lines of one log, ``right``, against those of another, ``left``: the comparison and the
    matching that it judged."""

    comparison: Comparison
    matching: Matching

    @property
    def missing(self) -> tuple[LogLine, ...]:
        """The lines with numbers that only the left side has."""
        return _lines(match.left for match in self.matching.of(Standing.MISSING))

    @property
    def left_over(self) -> tuple[LogLine, ...]:
        """The lines with numbers that only the right side has."""
        return _lines(match.right for match in self.matching.of(Standing.LEFT_OVER))

    @property
    def extra_left(self) -> tuple[LogLine, ...]:
        """Banners, warnings and other lines of the left side that say nothing against the numbers."""
        return _lines(match.left for match in self.matching.of(Standing.EXTRA))

    @property
    def extra_right(self) -> tuple[LogLine, ...]:
        """The same of the right side."""
        return _lines(match.right for match in self.matching.of(Standing.EXTRA))

    @property
    def not_shown(self) -> tuple[LogLine, ...]:
        """The lines that the other side leaves out, or did not come to before it was stopped."""
        return _lines(match.left or match.right for match in self.matching.of(Standing.NOT_SHOWN))

    @property
    def noise(self) -> tuple[Noise, ...]:
        """Numbers that differ and need not agree."""
        return tuple(noise for pair in _pairs(self.matching) for noise in _noise(*pair))

    @property
    def matched(self) -> tuple[tuple[int, int], ...]:
        """For each left line that has a partner its number and that of the right line."""
        return tuple((left.line + 1, right.line + 1) for left, right in _pairs(self.matching))

    @property
    def alone(self) -> tuple[Alone, ...]:
        """Numbers that one side has besides."""
        return self.matching.alone

    @property
    def renumbered(self) -> tuple[Renumbered, ...]:
        """Steps that the two count from different numbers."""
        return self.matching.renumbered


def compare_lines(
    left: Sequence[str],
    right: Sequence[str],
    tolerances: Tolerances,
    *,
    exact: bool = False,
    stopped: Collection[Place] = (),
    amplified: Collection[NumberPlace] = (),
) -> LineComparison:
    """Hold the lines of the right log against those of the left one.

    Lines that differ in their text only, or stand on one side only and are no rows of numbers, make it
    ``reformatted``; each number is judged at the precision at which the less precise side prints it. With ``exact`` one
    side's numbers are known beyond their print, so that no edge of rounding lies between. A side that was ``stopped``
    at a limit is held against the other one as far as it came. What is ``amplified``, numbers by the place of their row
    in the matching and their left name, differs by no more than rounding makes of it in this script.
    """
    matching = match_lines(left, right, stopped)
    judge = _Judge(tolerances, read_rows(matching, tolerances, exact=exact), amplified)
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


@dataclass(frozen=True)
class _Judge:
    """Judges rows as they were matched."""

    tolerances: Tolerances
    read: Mapping[NumberPlace, tuple[Prints | None, str]]
    amplified: Collection[NumberPlace]

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
        judgement = judge_fields(expected, measured, prints, self.tolerances.of(named_by(expected, measured)), dtype)
        judged = replace(where, ulps=judgement.ulps, relative=judgement.relative)
        excused = not judgement.verdict.passes and (place, expected.name) in self.amplified
        return _Judged(Standing.PAIRED, Verdict.AMPLIFIED if excused else judgement.verdict, judged)


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


def _pairs(matching: Matching) -> Iterator[tuple[Row, Row]]:
    for match in matching.of(Standing.PAIRED):
        assert match.left is not None and match.right is not None
        yield match.left, match.right


def _noise(left: Row, right: Row) -> list[Noise]:
    return [
        Noise(left.line + 1, of_left.name, of_left.text, of_right.text)
        for of_left, of_right in unjudged(left, right)
        if of_left.text != of_right.text
    ]


def _shown(row: Row | None) -> str:
    return row.text.replace("\n", " ⏎ ") if row is not None else "no such line"


def _step(row: Row) -> str | None:
    return next((field.text for field in row.fields if field.is_step), None)


def _lines(rows: Iterable[Row | None]) -> tuple[LogLine, ...]:
    return tuple(LogLine(row.line + 1, row.text) for row in rows if row is not None)
