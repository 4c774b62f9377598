"""Rows that print at once what the other log prints in several."""

from collections.abc import Sequence
from dataclasses import replace

from harness.logs.rows import Row


def split_rows(rows: Sequence[Row], others: Sequence[Row]) -> tuple[Row, ...]:
    """Give the rows, each one that holds exactly what several rows of the other log hold, such as two arrays that stand
    on lines of their own there, as that many."""
    kinds = {row.names: set(row.names) for row in others if row.names}
    known = {row.names: _parts(row, kinds) for row in rows if row.names and row.names not in kinds}
    split: list[Row] = []
    for row in rows:
        parts = known.get(row.names, [])
        split += [_part(row, names) for names in parts] if len(parts) > 1 else [row]
    return tuple(split)


def _parts(row: Row, kinds: dict[tuple[str, ...], set[str]]) -> list[set[str]]:
    """The kinds of rows of the other log that make up this one, in its order; none where they do not."""
    rest = set(row.names)
    parts: list[set[str]] = []
    for field in row.fields:
        if field.name not in rest:
            continue
        kind = next((names for names in kinds.values() if field.name in names and names <= rest), None)
        if kind is None:
            return []
        parts.append(kind)
        rest -= kind
    return parts


def _part(row: Row, names: set[str]) -> Row:
    return replace(row, fields=tuple(field for field in row.fields if field.name in names))
