"""What came of the runs of a case: by style, the different outcomes, each with the releases that have it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from harness.cases.golden import parse_golden, read_golden
from harness.cases.run import Run
from harness.judging.drift import Distance, distance
from harness.judging.printing import Printed, print_records
from harness.report.material import Material
from harness.results.matrix import Cell, Column
from harness.results.result import Result
from harness.symbols.ranges import ranges
from harness.words.trace import Record, Trace, Value

_ELEMENT = re.compile(r"(?P<name>.*)\[(?P<index>\d+(?:,\d+)*)\]")


@dataclass(frozen=True, eq=False)
class Outcome:
    """One outcome of a run: every release in ``releases`` has these very bits, whose letter in the row is ``bits``.
    ``flat`` is the trace as results keep it, with a field for each element of an array."""

    run: Run
    bits: str
    releases: str
    flat: Trace

    @cached_property
    def trace(self) -> Trace:
        """The trace as the script gave it."""
        return Trace(tuple(_whole(record) for record in self.flat.records))

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """Its records as the note's template prints them."""
        return print_records(self.run.variant.template, self.trace)


@dataclass(frozen=True, eq=False)
class Attempt:
    """A run in one release: what the matrix says of it, what came of it, None where there is nothing that may be shown,
    and which outcome it is, None where there is no trace."""

    column: Column
    cell: Cell
    result: Result | None
    outcome: Outcome | None


@dataclass(frozen=True, eq=False)
class Told:
    """A run in every release, and its different outcomes, the earliest release's first."""

    run: Run
    attempts: tuple[Attempt, ...]
    outcomes: tuple[Outcome, ...]


def told(material: Material, run: Run) -> Told:
    """Give what came of a run in every column of the matrix."""
    columns = material.matrix.columns
    row = next(each for each in material.matrix.rows if (each.subject, each.style) == (run.subject, run.style.name))
    outcomes: dict[str, Outcome] = {}
    attempts = []
    for column, cell in zip(columns, row.cells, strict=True):
        result = material.results.get((column.name, run.subject, run.style.name)) if cell.verdict is not None else None
        outcome = None
        if result is not None and result.trace_text and cell.bits:
            if cell.bits not in outcomes:
                same = [each.name for each, other in zip(columns, row.cells, strict=True) if other.bits == cell.bits]
                flat = parse_golden(result.trace_text, Path(column.name))
                outcomes[cell.bits] = Outcome(run, cell.bits, spans(same, columns), flat)
            outcome = outcomes[cell.bits]
        attempts.append(Attempt(column, cell, result, outcome))
    return Told(run, tuple(attempts), tuple(outcomes.values()))


def spans(names: Iterable[str], columns: Sequence[Column]) -> str:
    """Give some of the columns as releases, ``1.4-1.15``."""
    return ranges([_release(name) for name in names], [_release(column.name) for column in columns])


def to_golden(outcome: Outcome) -> Distance | None:
    """Give how far an outcome is from its golden trace; None where there is none. Raises UsageError for a bad one."""
    path = outcome.run.variant.golden_path(outcome.run.style.name)
    return distance(outcome.flat, read_golden(path)) if path.exists() else None


def to_other(outcome: Outcome, other: Outcome) -> Distance:
    """Give how far an outcome is from that of another style, over what both have."""
    return distance(outcome.flat, other.flat, shared_fields=True)


def _release(name: str) -> str:
    return name.removeprefix("tf")


def _whole(record: Record) -> Record:
    """A record with its arrays put together again."""
    arrays: dict[str, list[tuple[tuple[int, ...], Value]]] = {}
    whole: dict[str, Value] = {}
    for name, value in record.items():
        element = _ELEMENT.fullmatch(name)
        if element is None:
            whole[name] = value
        else:
            place = tuple(int(part) for part in element["index"].split(","))
            arrays.setdefault(element["name"], []).append((place, value))
    for name, elements in arrays.items():
        shape = tuple(max(place[axis] for place, _ in elements) + 1 for axis in range(len(elements[0][0])))
        items = tuple(value.items[0] for _, value in sorted(elements, key=lambda each: each[0]))
        whole[name] = Value(elements[0][1].dtype, shape, items)
    return whole
