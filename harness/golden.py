"""Golden traces: the measured traces under ``golden/``, as CSV files that give every bit back."""

import csv
import io
import json
from pathlib import Path

from harness.compare import flatten
from harness.errors import UsageError
from harness.trace import Record, Scalar, Trace, Value, numpy_dtype

_HEADER = "# golden trace, format 1"


def dump_golden(trace: Trace, made_by: str) -> str:
    """Give the CSV text of a trace: a column ``name:dtype`` for every number, shortest digits that give the bits back.

    ``made_by`` says in the first line which target measured it. An empty cell is a field that the record does not
    have.
    """
    flat = flatten(trace)
    columns = dict.fromkeys((name, value.dtype) for record in flat.records for name, value in record.items())
    out = io.StringIO()
    out.write(f"{_HEADER}, measured by {made_by}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([f"{name}:{dtype}" for name, dtype in columns])
    for record in flat.records:
        writer.writerow([_cell(record.get(name), dtype) for name, dtype in columns])
    return out.getvalue()


def read_golden(path: Path) -> Trace:
    """Read a golden trace. Raises UsageError, with the line, for a file that is not one."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0].startswith(_HEADER):
        raise UsageError(f"this is no golden trace: its first line should start with {_HEADER!r}", path, 1)
    rows = csv.reader(lines[1:])
    columns = [tuple(head.rpartition(":")[::2]) for head in next(rows, [])]
    if not columns or not all(name and dtype for name, dtype in columns):
        raise UsageError("the second line should name the columns as name:dtype", path, 2)
    records: list[Record] = []
    for number, row in enumerate(rows, start=3):
        if len(row) != len(columns):
            raise UsageError(f"{len(row)} cells for {len(columns)} columns", path, number)
        try:
            values = {
                name: Value(dtype, (), (_scalar(cell, dtype),))
                for (name, dtype), cell in zip(columns, row, strict=True)
                if cell
            }
        except (ValueError, TypeError, KeyError) as error:
            raise UsageError(f"a cell does not hold what its column says: {error}", path, number) from None
        records.append(values)
    return Trace(tuple(records))


def _cell(value: Value | None, dtype: str) -> str:
    if value is None or value.dtype != dtype:
        return ""
    if dtype == "str":
        return json.dumps(value.items[0], ensure_ascii=False)
    return str(value.as_printed())


def _scalar(cell: str, dtype: str) -> Scalar:
    if dtype == "str":
        text = json.loads(cell)
        if not isinstance(text, str):
            raise ValueError(f"{cell!r} is not a quoted text")
        return text
    if dtype == "bool":
        return {"True": True, "False": False}[cell]
    if dtype == "int":
        return int(cell)
    if dtype == "float":
        return float(cell)
    parsed = numpy_dtype(dtype).type(complex(cell) if dtype.startswith("complex") else cell)
    scalar: Scalar = parsed.item()
    return scalar
