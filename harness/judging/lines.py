"""Comparing two logs line by line: each number of the rows that belong together is judged by its partner."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from harness.judging.edges import Prints
from harness.judging.judge_fields import judge_fields
from harness.judging.line_comparison import LineComparison
from harness.judging.read_rows import NumberPlace, named_by, read_rows
from harness.judging.traces import Tolerances
from harness.logs.matching import RowMatch, Standing, match_lines
from harness.logs.pair import FieldPair
from harness.logs.rows import Row
from harness.words.finding import Place
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


def _shown(row: Row | None) -> str:
    return row.text.replace("\n", " ⏎ ") if row is not None else "no such line"


def _step(row: Row) -> str | None:
    return next((field.text for field in row.fields if field.is_step), None)
