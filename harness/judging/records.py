"""Comparing two runs record by record: numbers of the same name, in the coarser of two dtypes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from harness.judging.traces import Tolerances, compare_with_trace
from harness.logs.interleave import interleaved
from harness.logs.names import STEP_NAMES
from harness.words.finding import Place
from harness.words.trace import Trace, Value, coarsest, is_floating
from harness.words.ulps import nearest
from harness.words.verdict import Comparison, Divergence, Verdict

LEFT_TRACE = "left trace"

# The places of a left and a right record that belong together; None where a side has none.
RecordMatch: TypeAlias = tuple[int | None, int | None]


@dataclass(frozen=True)
class RecordComparison:
    """What came of holding the records of one run against those of another, and which record is which."""

    comparison: Comparison
    matches: tuple[RecordMatch, ...]


def compare_records(
    left: Trace,
    right: Trace,
    tolerances: Tolerances,
    *,
    stopped: Collection[Place] = (),
    amplified: Collection[tuple[int, str]] = (),
) -> RecordComparison | None:
    """Hold the records of a flat trace against those of another one; None where they share no number but a step.

    Only fields that both have are compared, and in the coarser of two dtypes; at best that is ``reformatted``. A side
    that was ``stopped`` at a limit is held against the other one as far as it came. What is ``amplified``, fields by
    the place of their left record, differs by no more than rounding makes of it in this script.
    """
    shared = set(left.fields()) & set(right.fields())
    if not _has_number(left, shared - STEP_NAMES):
        return None
    matches = match_records(left, right)
    dtypes = _common_dtypes(left, right, shared)
    expected, measured = _restricted(left, shared, dtypes), _restricted(right, shared, dtypes)
    comparison = _compare(expected, measured, tolerances, _reached(matches, stopped), amplified)
    if comparison.verdict is Verdict.IDENTICAL and (dtypes or set(left.fields()) != set(right.fields())):
        comparison = replace(comparison, verdict=Verdict.REFORMATTED)
    return RecordComparison(comparison, matches)


def match_records(left: Trace, right: Trace) -> tuple[RecordMatch, ...]:
    """Give which record of two flat traces is which, in one order for both: by the step where one has some of the
    steps of the other and none twice, else one after the other."""
    steps_left, steps_right = _steps(left), _steps(right)
    fewer, more = sorted((steps_left, steps_right), key=len)
    distinct = len(set(fewer)) == len(fewer) and len(set(more)) == len(more)
    if len(fewer) == len(more) or not fewer or not distinct or not set(fewer) <= set(more):
        pairs = [(place, place) for place in range(min(len(left), len(right)))]
    else:
        places_right = {step: place for place, step in enumerate(steps_right)}
        pairs = [(place, places_right[step]) for place, step in enumerate(steps_left) if step in places_right]
    return tuple(interleaved(pairs, len(left), len(right)))


def _steps(trace: Trace) -> list[str]:
    """The steps of a trace; none where a record has none."""
    name = _step_field(trace)
    steps = [record[name] for record in trace.records if name in record] if name is not None else []
    return [str(step.as_printed()) for step in steps] if len(steps) == len(trace) else []


def _step_field(trace: Trace) -> str | None:
    return next((name for name in trace.fields() if name in STEP_NAMES), None)


def _reached(matches: Sequence[RecordMatch], stopped: Collection[Place]) -> list[RecordMatch]:
    """The matches without what a side that was stopped did not come to."""
    last = max((at for at, match in enumerate(matches) if None not in match), default=-1)
    unknown = {(Place.LEFT if match[0] is None else Place.RIGHT) in stopped for match in matches[last + 1 :]}
    return list(matches[: last + 1]) if unknown == {True} else list(matches)


def _compare(
    expected: Trace,
    measured: Trace,
    tolerances: Tolerances,
    matches: Sequence[RecordMatch],
    amplified: Collection[tuple[int, str]],
) -> Comparison:
    both = [(left, right) for left, right in matches if left is not None and right is not None]
    places = {left: at for at, (left, _) in enumerate(both)}
    found = compare_with_trace(
        Trace(tuple(measured.records[right] for _, right in both)),
        Trace(tuple(expected.records[left] for left, _ in both)),
        tolerances,
        step_field=_step_field(expected),
        amplified=[(places[left], name) for left, name in amplified if left in places],
    )
    first = found.first
    if first is not None and first.record is not None:
        # Counted as the sides print them, not as they stand in a golden trace's file.
        left, right = both[first.record]
        first = replace(first, line=left + 1, record=right)
    missing, left_over = (sum(match[side] is None for match in matches) for side in (1, 0))
    verdict = found.verdict
    if missing or left_over:
        if verdict.passes:
            first = _alone(next(match for match in matches if None in match), expected, measured)
        verdict = Verdict.DIVERGED
    wanted = len(both) + missing
    return Comparison(LEFT_TRACE, verdict, found.agreeing, wanted, missing, left_over, first)


def _alone(match: RecordMatch, expected: Trace, measured: Trace) -> Divergence:
    left, right = match
    if left is not None:
        return Divergence(left + 1, None, _step_of(expected, left), "record", "a record", "no record")
    assert right is not None
    return Divergence(None, right, _step_of(measured, right), "record", "no more records", "a record left over")


def _step_of(trace: Trace, place: int) -> str | None:
    name = _step_field(trace)
    step = trace.records[place].get(name) if name is not None else None
    return None if step is None else str(step.as_printed())


def _has_number(trace: Trace, names: set[str]) -> bool:
    return any(_is_number(record[name]) for record in trace.records for name in names if name in record)


def _is_number(value: Value) -> bool:
    return value.dtype != "bool" and isinstance(value.items[0], int | float)


def _common_dtypes(left: Trace, right: Trace, shared: set[str]) -> dict[str, str]:
    """The dtype in which both sides can be compared, for each field whose dtypes differ and are of one kind."""
    common = {}
    for name in shared:
        pair = {record[name].dtype for trace in (left, right) for record in trace.records if name in record}
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
    item = value.items[0]
    if dtype is None or not isinstance(item, int | float):
        return value
    return Value(dtype, (), (nearest(float(item), dtype) if is_floating(dtype) else item,))
