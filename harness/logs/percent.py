"""Shares that one log prints in percent with its sign and the other one without: ``95.12%`` and ``95.12``."""

from collections.abc import Sequence
from dataclasses import replace

from harness.logs.fields import Field
from harness.logs.rows import Row

# A share without a sign is a fraction of one or in percent, whichever of these two sizes it is nearer to.
_BETWEEN = 10


def without_percent(rows: Sequence[Row], others: Sequence[Row]) -> tuple[Row, ...]:
    """Give the rows, with the sign left out of the numbers of each name that the other log prints in percent, too, but
    without the sign, as their size shows: then ``95.12%`` is the number 95.12, and no longer 0.9512."""
    if not any("%" in row.text for row in rows):
        return tuple(rows)
    signed, bare = _by_name(rows), _by_name(others)
    unsigned = {
        name
        for name, fields in signed.items()
        if all(field.text.endswith("%") for field in fields)
        and not any(field.text.endswith("%") for field in bare.get(name, []))
        and _BETWEEN * _size(fields) < _size(bare.get(name, []))
    }
    if not unsigned:
        return tuple(rows)
    return tuple(
        replace(row, fields=tuple(_bare(field) if field.name in unsigned else field for field in row.fields))
        for row in rows
    )


def _by_name(rows: Sequence[Row]) -> dict[str, list[Field]]:
    found: dict[str, list[Field]] = {}
    for row in rows:
        for field in row.fields:
            if field.is_number and not field.noise:
                found.setdefault(field.name, []).append(field)
    return found


def _size(fields: Sequence[Field]) -> float:
    """The mean absolute value; 0 of none."""
    return sum(abs(field.value) for field in fields) / max(1, len(fields))


def _bare(field: Field) -> Field:
    text = field.text.removesuffix("%")
    return replace(field, text=text, value=float(text))
