"""Pairing the numbers of two rows that belong together: by name, and what only one side prints."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from harness.logs.fields import Field
from harness.logs.rows import Row

FieldPair: TypeAlias = tuple[Field | None, Field | None]
RowPair: TypeAlias = tuple[Row, Row]


@dataclass(frozen=True)
class Alone:
    """A number that only one side prints, the same in all of its ``rows``: a total, a fixed rate. Nobody judges it."""

    side: str
    name: str
    text: str
    rows: int


@dataclass(frozen=True)
class Renumbered:
    """Steps of which the right one is the same number ``more`` than the left one in all ``rows``; ``left`` and
    ``right`` are the first ones."""

    name: str
    left: str
    right: str
    more: int
    rows: int


def renumbered(rows: Sequence[RowPair]) -> tuple[Renumbered, ...]:
    """Give the steps that the two logs count from different numbers."""
    steps: dict[str, list[tuple[Field, Field]]] = {}
    for left, right in rows:
        for mine, other in pair_fields(left.fields, right.fields):
            if mine is not None and other is not None and mine.is_step and other.is_step:
                steps.setdefault(mine.name, []).append((mine, other))
    found = []
    for name, pairs in steps.items():
        more = {round(other.value - mine.value) for mine, other in pairs}
        if len(pairs) > 1 and len(more) == 1 and more != {0}:
            found.append(Renumbered(name, pairs[0][0].text, pairs[0][1].text, more.pop(), len(pairs)))
    return tuple(found)


def pair_rows(rows: Sequence[RowPair]) -> tuple[list[list[FieldPair]], tuple[Alone, ...]]:
    """Give the numbers of each pair of rows, paired, without those that stand alone and never change; and these."""
    kinds: dict[tuple[tuple[str, ...], tuple[str, ...]], list[RowPair]] = {}
    for left, right in rows:
        kinds.setdefault((left.names, right.names), []).append((left, right))
    alone = {kind: _alone(members) for kind, members in kinds.items()}
    aside = {kind: {each.name for each in found} for kind, found in alone.items()}
    pairs = [_judged(left, right, aside[left.names, right.names]) for left, right in rows]
    return pairs, tuple(each for found in alone.values() for each in found)


def pair_fields(theirs: Sequence[Field], ours: Sequence[Field]) -> list[FieldPair]:
    """Pair numbers by name; those without a namesake in order, if both sides have as many of them."""
    left, right = {field.name: field for field in theirs}, {field.name: field for field in ours}
    lone = [field for name, field in right.items() if name not in left]
    renamed = len(lone) == sum(name not in right for name in left)
    rest = iter(lone)
    pairs: list[FieldPair] = []
    for name, field in left.items():
        pairs.append((field, right.get(name) or (next(rest) if renamed else None)))
    return pairs + [(None, field) for field in rest]


def unjudged(left: Row, right: Row) -> list[tuple[Field, Field]]:
    """Give the numbers of two rows that are noise on both sides, paired."""
    pairs = pair_fields([each for each in left.fields if each.noise], [each for each in right.fields if each.noise])
    return [(mine, other) for mine, other in pairs if mine is not None and other is not None]


def _judged(left: Row, right: Row, aside: set[str]) -> list[FieldPair]:
    theirs = [field for field in left.fields if not field.noise and field.name not in aside]
    ours = [field for field in right.fields if not field.noise and field.name not in aside]
    return pair_fields(theirs, ours)


def _alone(rows: Sequence[RowPair]) -> list[Alone]:
    """The numbers of rows of one kind that only one side has and that are the same in all of them. An element of an
    array is none where the other side has another part of that array."""
    left, right = set(rows[0][0].names), set(rows[0][1].names)
    if len(rows) < 2 or not left & right or len(left) == len(right):
        return []
    more, fewer = (left, right) if len(left) > len(right) else (right, left)
    side, place = ("left", 0) if more is left else ("right", 1)
    arrays = {name.partition("[")[0] for name in fewer}
    found = []
    for name in rows[0][place].names:
        if name in fewer or name.partition("[")[0] in arrays:
            continue
        fields = [next(field for field in pair[place].fields if field.name == name) for pair in rows]
        if len({field.value for field in fields}) == 1 and math.isfinite(fields[0].value):
            found.append(Alone(side, name, fields[0].text, len(rows)))
    return found
