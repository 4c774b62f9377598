"""Gathering evidence: which numbers of two sides have the same name, from their traces or from their lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.judging.lines import compare_lines
from harness.judging.traces import GOLDEN_FIRST_LINE, Tolerances, compare_with_trace, flatten
from harness.logs.names import STEP_NAMES
from harness.logs.rows import columns_of
from harness.words.series import Number, Series
from harness.words.trace import Record, Trace, Value, coarsest, is_floating
from harness.words.ulps import nearest
from harness.words.verdict import Comparison, Verdict

LEFT_TRACE = "left trace"
# Numbers of one array, over all records; and elements of it, however many records there are.
_MOST_NUMBERS, _FEWEST_ELEMENTS = 100000, 100


def gather(left: Side, right: Side, tolerances: Tolerances, comparison: Comparison | None = None) -> Evidence:
    """Give the evidence on two sides: ``left`` should come out, ``right`` came out.

    Numbers are those of the traces where both sides have one with a field in common, else those of the lines.
    ``comparison`` is that of right against left, where it is known.
    """
    if comparison is None:
        comparison = compare_sides(left, right, tolerances)
    mine, other = left.series or series_of_trace(left.trace), right.series or series_of_trace(right.trace)
    if not {series.name for series in mine} & {series.name for series in other}:
        mine, other = series_of_lines(left), series_of_lines(right)
    by_name = {series.name: series for series in other}
    printed = not is_exact(left, right)
    paired = tuple(
        Paired(series.name, series, by_name[series.name], printed) for series in mine if series.name in by_name
    )
    return Evidence(left, right, comparison, paired, tolerances)


def compare_sides(left: Side, right: Side, tolerances: Tolerances) -> Comparison:
    """Hold the right side against the left one: number by number where both have traces with numbers of the same names,
    else line by line.

    Only fields that both traces have are compared, and in the coarser of two dtypes; at best that is ``reformatted``.
    """
    if left.trace is not None and right.trace is not None:
        theirs, ours = flatten(left.trace), flatten(right.trace)
        shared = set(theirs.fields()) & set(ours.fields())
        if shared - STEP_NAMES and series_of_trace(_restricted(theirs, shared, {})):
            return _compare_traces(theirs, ours, shared, tolerances)
    return compare_lines(left.lines, right.lines, tolerances, exact=is_exact(left, right)).comparison


def is_exact(left: Side, right: Side) -> bool:
    """Whether the numbers of one of two sides are known, not only their print."""
    return left.trace is not None or right.trace is not None


def _compare_traces(theirs: Trace, ours: Trace, shared: set[str], tolerances: Tolerances) -> Comparison:
    dtypes = _common_dtypes(theirs, ours, shared)
    expected, measured = _restricted(theirs, shared, dtypes), _restricted(ours, shared, dtypes)
    step = next((name for name in expected.fields() if name in STEP_NAMES), None)
    comparison = compare_with_trace(measured, expected, tolerances, step_field=step)
    verdict, first = comparison.verdict, comparison.first
    if verdict is Verdict.IDENTICAL and (dtypes or set(theirs.fields()) != set(ours.fields())):
        verdict = Verdict.REFORMATTED
    if first is not None and first.line is not None:
        # Counted as the left side prints them, not as they stand in a golden trace's file.
        first = replace(first, line=first.line - GOLDEN_FIRST_LINE + 1)
    return replace(comparison, baseline=LEFT_TRACE, verdict=verdict, first=first)


def _common_dtypes(theirs: Trace, ours: Trace, shared: set[str]) -> dict[str, str]:
    """The dtype in which both sides can be compared, for each field whose dtypes differ and are of one kind."""
    common = {}
    for name in shared:
        pair = {record[name].dtype for trace in (theirs, ours) for record in trace.records if name in record}
        if len(pair) > 1 and all(is_floating(dtype) and not dtype.startswith("complex") for dtype in pair):
            common[name] = coarsest(pair)
        elif len(pair) > 1 and all(dtype.startswith(("int", "uint")) for dtype in pair):
            common[name] = "int"
    return common


def _restricted(trace: Trace, names: set[str], dtypes: dict[str, str]) -> Trace:
    return Trace(
        tuple(
            {name: _cast(value, dtypes.get(name)) for name, value in record.items() if name in names}
            for record in trace.records
        )
    )


def _cast(value: Value, dtype: str | None) -> Value:
    if dtype is None:
        return value
    return Value(dtype, (), (nearest(_float(value), dtype) if is_floating(dtype) else value.items[0],))


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


def series_of_lines(side: Side) -> tuple[Series, ...]:
    """Give the numbers of a side's lines, a series for each name."""
    return columns_of(side.lines, side.positions)


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
