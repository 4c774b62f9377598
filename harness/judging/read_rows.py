"""The numbers of matched rows as columns, and what the printing of each accounts for."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from harness.judging.columns import Column, read_columns, typed
from harness.judging.edges import Prints
from harness.judging.traces import Tolerances
from harness.logs.columns import common_name
from harness.logs.fields import Field
from harness.logs.matching import Matching
from harness.logs.rows import array_of, groups_of, scales_of, slacks_of
from harness.words.finding import Place
from harness.words.series import Number

# A number of a comparison of two logs: the place of its row in the matching, and its left name.
NumberPlace: TypeAlias = tuple[int, str]
# By how much a number may differ from its text, by the names in its row, then by its own name and text.
_Slacks = Mapping[tuple[str, ...], Mapping[tuple[str, str], float]]
# A column: the place of the kind of its rows, by what is named in the left and the right one, and its own name.
_Name = tuple[int, str]


@dataclass(frozen=True)
class RowColumn:
    """The numbers of one name, or of one array, in rows of one kind, and where each of them stands."""

    name: str
    places: tuple[NumberPlace, ...]
    column: Column


def read_rows(
    matching: Matching, tolerances: Tolerances, *, exact: bool
) -> dict[NumberPlace, tuple[Prints | None, str]]:
    """Give what the printing of each number accounts for, and the dtype of its column. An array is one column: it has
    many numbers that may cross an edge of rounding."""
    return read(row_columns(matching, tolerances), exact=exact)


def read(columns: list[RowColumn], *, exact: bool) -> dict[NumberPlace, tuple[Prints | None, str]]:
    """Give the same of columns that are known."""
    found = read_columns([each.column for each in columns], exact=exact)
    return {
        where: (prints, each.column.dtype)
        for each, prints_of_column in zip(columns, found, strict=True)
        for where, prints in zip(each.places, prints_of_column, strict=True)
    }


def row_columns(matching: Matching, tolerances: Tolerances) -> list[RowColumn]:
    """Give the numbers that both logs have, in columns, with what both sides compute in."""
    slacks_left, slacks_right = _slacks(matching, Place.LEFT), _slacks(matching, Place.RIGHT)
    kinds: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
    places: dict[_Name, list[NumberPlace]] = {}
    columns: dict[_Name, list[tuple[Number, Number]]] = {}
    for place, match in enumerate(matching.rows):
        if match.left is None or match.right is None or not match.fields:
            continue
        # Once for a row: a row may have a hundred thousand numbers, and as many names.
        kind = kinds.setdefault((match.left.names, match.right.names), len(kinds))
        of_left, of_right = slacks_left.get(match.left.names, {}), slacks_right.get(match.right.names, {})
        scales_left, scales_right = scales_of(match.left), scales_of(match.right)
        for expected, measured in match.fields:
            if expected is None or measured is None:
                continue
            key = (kind, named_by(expected, measured).partition("[")[0])
            left = _number(place, expected, of_left[expected.name, expected.text], scales_left)
            right = _number(place, measured, of_right[measured.name, measured.text], scales_right)
            columns.setdefault(key, []).append((left, right))
            places.setdefault(key, []).append((place, expected.name))
    return [
        RowColumn(key[1], tuple(places[key]), typed(Column(tuple(pairs), tolerances.of(key[1]))))
        for key, pairs in columns.items()
    ]


def named_by(left: Field, right: Field) -> str:
    """Give the name by which a number has its tolerance."""
    return common_name(left.name, right.name).partition("#")[0]


def _number(place: int, field: Field, slack: float, scales: Mapping[str, float]) -> Number:
    # True and False are no numbers, and have no neighbours.
    value = field.value if field.is_number else math.nan
    return Number(place, value, slack, field.text, scales.get(array_of(field), 0.0))


def _slacks(matching: Matching, side: Place) -> _Slacks:
    rows = [row for match in matching.rows if (row := match.left if side is Place.LEFT else match.right) is not None]
    return {names: slacks_of(group) for names, group in groups_of(rows).items()}
