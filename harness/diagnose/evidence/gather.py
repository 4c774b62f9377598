"""Gathering evidence: two sides held against each other, and the numbers of both, paired as they were held."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from harness.diagnose.evidence.evidence import Evidence, Paired, Pairing, Side
from harness.judging.line_comparison import LineComparison
from harness.judging.lines import compare_lines
from harness.judging.records import RecordComparison, RecordMatch, compare_records, match_records
from harness.judging.traces import Tolerances, flatten
from harness.logs.columns import paired_columns
from harness.logs.matching import match_lines
from harness.logs.rows import columns_of
from harness.words.finding import Place
from harness.words.series import Number, Series
from harness.words.trace import Record, Trace, Value
from harness.words.verdict import Comparison, Verdict

# Numbers of one array, over all records; and elements of it, however many records there are.
_MOST_NUMBERS, _FEWEST_ELEMENTS = 100000, 100


@dataclass(frozen=True)
class SideComparison:
    """Two sides held against each other: ``lines`` where it was line by line, ``records`` where record by record."""

    comparison: Comparison
    lines: LineComparison | None = None
    records: RecordComparison | None = None
    # Of two logs that are longer than what is judged: whether all that follows is the same, character for character.
    rest_is_same: bool = True

    @property
    def passes(self) -> bool:
        """Whether the verdict passes, and nothing that differs was left unjudged."""
        return self.comparison.verdict.passes and self.rest_is_same


def compare_sides(
    left: Side, right: Side, tolerances: Tolerances, amplified: Collection[tuple[int, str]] = ()
) -> SideComparison:
    """Hold the right side against the left one: record by record where both have traces with numbers of the same names,
    else line by line. A side that was stopped at a limit is held against the other one as far as it came; one that
    failed is no match, whatever it printed. What is ``amplified`` differs by no more than rounding makes of it: numbers
    by the place of their row in the matching, or of their left record, and their name."""
    stopped = _stopped(left, right)
    records, lines = None, None
    if left.trace is not None and right.trace is not None:
        records = compare_records(
            flatten(left.trace), flatten(right.trace), tolerances, stopped=stopped, amplified=amplified
        )
    if records is None:
        exact = is_exact(left, right)
        lines = compare_lines(left.lines, right.lines, tolerances, exact=exact, stopped=stopped, amplified=amplified)
        comparison = lines.comparison
    else:
        comparison = records.comparison
    if left.failure is not None or right.failure is not None:
        comparison = replace(comparison, verdict=Verdict.FAILED)
    return SideComparison(comparison, lines, records, lines is None or _same_rest(left, right))


def _same_rest(left: Side, right: Side) -> bool:
    """Whether what is not judged is the same on both sides, as far as one that was stopped came; its last line may have
    been cut short."""
    if not (left.cut or right.cut):
        return left.rest == right.rest
    count = min(len(left.rest), len(right.rest)) - 1
    return left.rest[: max(count, 0)] == right.rest[: max(count, 0)]


def gather(
    left: Side, right: Side, tolerances: Tolerances, known: Comparison | SideComparison | None = None
) -> Evidence:
    """Give the evidence on two sides: ``left`` should come out, ``right`` came out.

    ``known`` is the comparison of right against left, where there is one, and the numbers are paired as it paired
    them. Of a plain Comparison, as of a case against its log, they are those of the traces, or of a template, in the
    same record of both; where no name is shared, those of the lines.
    """
    held = compare_sides(left, right, tolerances) if known is None else known
    if isinstance(held, Comparison):
        pairing = Pairing.RECORDS if _shares_names(left, right) or _has_places(left, right) else Pairing.LINES
        return Evidence(left, right, held, _paired(left, right, pairing), tolerances, pairing)
    if held.lines is None:
        pairing = Pairing.STEPS if held.records is not None else Pairing.RECORDS
        return Evidence(left, right, held.comparison, _paired(left, right, pairing), tolerances, pairing)
    if _has_places(left, right):
        paired = _paired(left, right, Pairing.RECORDS)
        return Evidence(left, right, held.comparison, paired, tolerances, Pairing.RECORDS)
    columns = paired_columns(held.lines.matching)
    paired = tuple(Paired(one.name, one, two, not is_exact(left, right)) for one, two in columns)
    return Evidence(left, right, held.comparison, paired, tolerances, Pairing.LINES)


def gather_again(evidence: Evidence, left: Side, right: Side) -> Evidence:
    """Give the evidence on two sides of which one has run again, paired as in ``evidence``; the comparison is the old
    one, for what is asked of it is numbers alone."""
    return replace(evidence, left=left, right=right, paired=_paired(left, right, evidence.pairing))


def is_exact(left: Side, right: Side) -> bool:
    """Whether the numbers of one of two sides are known, not only their print."""
    return left.trace is not None or right.trace is not None


def _paired(left: Side, right: Side, pairing: Pairing) -> tuple[Paired, ...]:
    printed = not is_exact(left, right)
    return tuple(Paired(one.name, one, two, printed) for one, two in _series(left, right, pairing))


def _series(left: Side, right: Side, pairing: Pairing) -> Sequence[tuple[Series, Series]]:
    if pairing is Pairing.LINES or not (_shares_names(left, right) or _has_places(left, right)):
        return paired_columns(match_lines(left.lines, right.lines, _stopped(left, right)))
    if not _shares_names(left, right):
        return _by_name(columns_of(left.lines, left.positions), columns_of(right.lines, right.positions))
    of_left, of_right = _named(left), _named(right)
    if pairing is Pairing.STEPS and left.trace is not None and right.trace is not None:
        matches = match_records(flatten(left.trace), flatten(right.trace))
        of_left, of_right = _placed(of_left, _places(matches, 0)), _placed(of_right, _places(matches, 1))
    return _by_name(of_left, of_right)


def _places(matches: Sequence[RecordMatch], side: int) -> Mapping[int, int]:
    """The place in the comparison of each record of one side."""
    return {record: at for at, match in enumerate(matches) if (record := match[side]) is not None}


def _placed(series: Sequence[Series], places: Mapping[int, int]) -> tuple[Series, ...]:
    return tuple(
        replace(each, numbers=tuple(replace(number, position=places[number.position]) for number in each.numbers))
        for each in series
    )


def _named(side: Side) -> tuple[Series, ...]:
    """The numbers of a side whose names do not come from the words of a log."""
    return side.series or series_of_trace(side.trace)


def _shares_names(left: Side, right: Side) -> bool:
    return not {series.name for series in _named(left)}.isdisjoint(series.name for series in _named(right))


def _has_places(left: Side, right: Side) -> bool:
    """Whether the places of a side's lines in the run are known, and so their partners."""
    return left.positions is not None or right.positions is not None


def _by_name(left: Sequence[Series], right: Sequence[Series]) -> tuple[tuple[Series, Series], ...]:
    there = {series.name: series for series in right}
    return tuple((series, there[series.name]) for series in left if series.name in there)


def _stopped(left: Side, right: Side) -> frozenset[Place]:
    sides = {Place.LEFT: left, Place.RIGHT: right}
    return frozenset(place for place, side in sides.items() if side.is_stopped)


def series_of_trace(trace: Trace | None) -> tuple[Series, ...]:
    """Give the numbers of a trace, a series for each element of each field: texts are none, nor is an integer beyond
    float64, with which no detector could compute. Of an array so large that it would take minutes, its first elements
    are enough to show a cause."""
    if trace is None:
        return ()
    found: dict[str, list[tuple[int, Value]]] = {}
    most = max(_FEWEST_ELEMENTS, _MOST_NUMBERS // max(1, len(trace)))
    for position, record in enumerate(trace.records):
        for name, value in _elements(record, most):
            if isinstance(value.items[0], int | float) and value.dtype != "bool" and _fits_float(value.items[0]):
                found.setdefault(name, []).append((position, value))
    return tuple(
        Series(name, values[0][1].dtype, tuple(Number(place, _float(value)) for place, value in values))
        for name, values in found.items()
    )


def _elements(record: Record, most: int) -> Iterator[tuple[str, Value]]:
    """The fields of a record, of each array at most so many elements; in a golden trace they are fields themselves."""
    seen: Counter[str] = Counter()
    for field, value in record.items():
        array, bracket, _ = field.partition("[")
        if value.shape != ():
            yield from islice(value.elements(field), most)
        elif not bracket or seen[array] < most:
            yield field, value
        seen[array] += 1


def names_of(paired: Sequence[Paired]) -> str:
    """Give the names of some series as a text: ``w``, ``w and loss``, ``w1[0,0], w1[0,1] and 8 more``."""
    names = [pair.name for pair in paired]
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _fits_float(item: int | float) -> bool:
    try:
        float(item)
    except OverflowError:
        return False
    return True


def _float(value: Value) -> float:
    item = value.items[0]
    assert isinstance(item, int | float)
    return float(item)
