"""Golden traces: the measured traces under ``golden/``, as CSV files that give every bit back."""

import csv
import io
import json
from pathlib import Path

from harness.words.errors import UsageError, not_utf_8
from harness.words.trace import PYTHON_DTYPES, Record, Scalar, Trace, Value, numpy_dtype

_HEADER = "# golden trace, format 1"
_ADVICE = "pytest --force-regen writes it anew"
_SHOWN = 60
# A text in a cell may be as long as a record may be large; Python's limit is 128 KiB.
csv.field_size_limit(1 << 30)


def dump_golden(trace: Trace, made_by: str) -> str:
    """Give the CSV text of a trace: a column ``name:dtype`` for every number, shortest digits that give the bits back.

    ``made_by`` says in the first line which target measured it. An empty cell is a field that the record does not
    have.
    """
    rows = [_cells(record) for record in trace.records]
    columns = dict.fromkeys(column for row in rows for column in row)
    out = io.StringIO()
    out.write(f"{_HEADER}, measured by {made_by}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([f"{name}:{dtype}" for name, dtype in columns])
    for row in rows:
        writer.writerow([row.get(column, "") for column in columns])
    return out.getvalue()


def read_golden(path: Path) -> Trace:
    """Read a golden trace. Raises UsageError, with the line, for a file that is not one."""
    try:
        return parse_golden(_text(path), path)
    except UsageError as error:
        raise UsageError(f"{error.message}; {_ADVICE}", error.path, error.line) from None


def check_round_trip(text: str, trace: Trace, path: Path) -> None:
    """Find out before a golden trace is written to ``path`` whether it would be read again. Raises UsageError."""
    try:
        records = len(parse_golden(text, path))
    except UsageError as error:
        message = f"the trace cannot be kept as a golden trace, which would be refused: {error.message}"
        raise UsageError(message, path, error.line) from None
    if records != len(trace):
        message = f"the trace cannot be kept as a golden trace: {records} of its {len(trace)} records would be read"
        raise UsageError(message, path)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"the golden trace cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError as error:
        raise not_utf_8(error, path) from None


def parse_golden(text: str, path: Path) -> Trace:
    """Read the text of a golden trace that stands in ``path``. Raises UsageError, with the line, for any other text."""
    head, _, table = text.partition("\n")
    if not head.startswith(_HEADER):
        raise UsageError(f"this is no golden trace: its first line should start with {_HEADER!r}", path, 1)
    # Not `splitlines`: a text may hold line breaks that only Unicode knows.
    rows = csv.reader(io.StringIO(table))
    try:
        columns = _columns(next(rows, []), path)
        records = [_record(row, columns, path, rows.line_num + 1) for row in rows]
    except csv.Error as error:
        raise UsageError(f"is not CSV: {error}", path, rows.line_num + 1) from None
    return Trace(tuple(records))


def _columns(heads: list[str], path: Path) -> list[tuple[str, str]]:
    columns = []
    for head in heads:
        name, _, dtype = head.rpartition(":")
        if not name or not _is_known(dtype):
            raise UsageError(f"the second line should name the columns as name:dtype, not {head!r}", path, 2)
        columns.append((name, dtype))
    if not columns:
        raise UsageError("the second line should name the columns as name:dtype", path, 2)
    return columns


def _record(row: list[str], columns: list[tuple[str, str]], path: Path, line: int) -> Record:
    if len(row) != len(columns):
        raise UsageError(f"{len(row)} cells for {len(columns)} columns", path, line)
    record: dict[str, Value] = {}
    for (name, dtype), cell in zip(columns, row, strict=True):
        if not cell:
            continue
        if name in record:
            raise UsageError(f"two values for the field {name!r}", path, line)
        try:
            record[name] = Value(dtype, (), (_scalar(cell, dtype),))
        except (ValueError, OverflowError, RecursionError):
            shown = cell if len(cell) <= _SHOWN else f"{cell[:_SHOWN]}..."
            raise UsageError(f"{shown!r} is no {dtype} (column {name})", path, line) from None
    return record


def _cells(record: Record) -> dict[tuple[str, str], str]:
    return {
        (name, dtype): _quoted(text) if dtype == "str" else text
        for field, value in record.items()
        for name, dtype, text in value.cells(field)
    }


def _quoted(text: str) -> str:
    # Lone surrogates, which UTF-8 cannot hold, are escaped; Chinese stays readable.
    shown = json.dumps(text, ensure_ascii=False)
    return shown if shown.isprintable() else json.dumps(text)


def _is_known(dtype: str) -> bool:
    if dtype in PYTHON_DTYPES:
        return True
    try:
        return numpy_dtype(dtype).kind in "iufc"
    except TypeError:
        return False


def _scalar(cell: str, dtype: str) -> Scalar:
    if dtype == "str":
        text = json.loads(cell)
        if not isinstance(text, str):
            raise ValueError(f"{cell!r} is not a quoted text")
        return text
    if dtype == "bool":
        if cell not in ("True", "False"):
            raise ValueError(cell)
        return cell == "True"
    if dtype == "int":
        return int(cell)
    if dtype == "float":
        return float(cell)
    parsed = numpy_dtype(dtype).type(complex(cell) if dtype.startswith("complex") else cell)
    scalar: Scalar = parsed.item()
    return scalar
