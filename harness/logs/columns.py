"""The numbers of two matched logs as series: of each name those of both sides, each at its place in the comparison."""

from collections.abc import Sequence

from harness.logs.fields import Field, with_number
from harness.logs.matching import Matching, RowMatch, Standing
from harness.logs.rows import Row, slacks_of
from harness.words.series import Number, Series

_Kind = tuple[tuple[str, ...], tuple[str, ...]]
_Names = tuple[str, str]


def paired_columns(matching: Matching) -> tuple[tuple[Series, Series], ...]:
    """Give the series of each two names that belong together, the left and the right one under one name.

    A number's position is the place of its row among those of its kind, on whichever side they are, from 0; so two
    numbers that belong together have one position, and what only one side prints has one of its own. The kind with
    the most rows has its names as they are; a name of another kind that is taken is ``w#2``. Truth values are left out.
    """
    kinds: dict[_Kind, list[RowMatch]] = {}
    for match in matching.of(Standing.PAIRED):
        if match.left is not None and match.right is not None and match.left.names and match.right.names:
            kinds.setdefault((match.left.names, match.right.names), []).append(match)
    largest_first = sorted(kinds, key=lambda kind: -len(kinds[kind]))
    of_left, of_right = ({kind[side]: kind for kind in reversed(largest_first)} for side in (0, 1))
    rows: dict[_Kind, list[RowMatch]] = {kind: [] for kind in largest_first}
    for match in matching.rows:
        kind = of_left.get(match.left.names) if match.left is not None else None
        if match.left is None and match.right is not None:
            kind = of_right.get(match.right.names)
        if kind is not None:
            rows[kind].append(match)
    found: dict[str, tuple[Series, Series]] = {}
    for of_kind in rows.values():
        _add_columns(of_kind, found)
    return tuple(found.values())


def _add_columns(rows: Sequence[RowMatch], found: dict[str, tuple[Series, Series]]) -> None:
    names = _names(rows)
    left, right = _numbers([match.left for match in rows]), _numbers([match.right for match in rows])
    for expected, measured in names:
        if expected in left and measured in right:
            name = _unique(common_name(expected, measured), found)
            found[name] = Series(name, "", tuple(left[expected])), Series(name, "", tuple(right[measured]))


def common_name(left: str, right: str) -> str:
    """Give the name of two numbers that belong together: the left one, unless that is only a place in the line."""
    return right if left.startswith("column ") else left


def _names(rows: Sequence[RowMatch]) -> list[_Names]:
    """The names of the numbers that belong together, in the order of the left line."""
    return list(
        dict.fromkeys(
            (expected.name, measured.name)
            for match in rows
            for expected, measured in match.fields
            if expected is not None and measured is not None and expected.is_number and measured.is_number
        )
    )


def _numbers(rows: Sequence[Row | None]) -> dict[str, list[Number]]:
    """The numbers of one side by name, each at the place of its row."""
    slacks = slacks_of([row for row in rows if row is not None])
    found: dict[str, list[Number]] = {}
    for place, row in enumerate(rows):
        for field in row.fields if row is not None else ():
            if _is_judged(field):
                number = Number(place, field.value, slacks[field.name, field.text], field.text)
                found.setdefault(field.name, []).append(number)
    return found


def _is_judged(field: Field) -> bool:
    return field.is_number and not field.noise


def _unique(name: str, taken: dict[str, tuple[Series, Series]]) -> str:
    number = 1
    while (unique := with_number(name, number)) in taken:
        number += 1
    return unique
