"""Pairing the numbers of two rows that belong together: by name, and what only one side prints."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from harness.logs.fields import Field
from harness.logs.names import is_loss_name
from harness.logs.rows import Row
from harness.words.finding import Place

FieldPair: TypeAlias = tuple[Field | None, Field | None]
RowPair: TypeAlias = tuple[Row, Row]


@dataclass(frozen=True)
class Alone:
    """A number that only one side prints, the same in all of its ``rows``: a total, a fixed rate; or a metric that
    Keras' fit shows on the right only, which ``varies``. Nobody judges it."""

    side: Place
    name: str
    text: str
    rows: int
    varies: bool = False


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
        for expected, measured in pair_fields(left.fields, right.fields):
            if expected is not None and measured is not None and expected.is_step and measured.is_step:
                steps.setdefault(expected.name, []).append((expected, measured))
    found = []
    for name, pairs in steps.items():
        more = {round(measured.value - expected.value) for expected, measured in pairs}
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


def pair_fields(left: Sequence[Field], right: Sequence[Field]) -> list[FieldPair]:
    """Pair numbers by name; those without a namesake in order, a step only with a step, if both sides have as many.

    None is paired with one under the name of another number of its own side where that one's partner would be under
    its name, such as arrays of different lengths that changed names: neither has a partner then.
    """
    by_name = {field.name: field for field in right}
    names = {field.name for field in left}
    lone_left = [field for field in left if field.name not in by_name]
    lone_right = [field for field in right if field.name not in names]
    if not (lone_left or lone_right):
        return [(field, by_name[field.name]) for field in left]
    renamed = _without_exchanged(_renamed(lone_left, lone_right), left, right)
    pairs: list[FieldPair] = [(field, by_name.get(field.name) or renamed.get(field.name)) for field in left]
    taken = {field.name for field in renamed.values()}
    return pairs + [(None, field) for field in lone_right if field.name not in taken]


def _without_exchanged(renamed: dict[str, Field], left: Sequence[Field], right: Sequence[Field]) -> dict[str, Field]:
    """Leave out partners whose names each stand for something else on the other side."""
    there, here = ({_base(field.name) for field in side} for side in (left, right))
    return {
        name: partner
        for name, partner in renamed.items()
        if _base(name) == _base(partner.name) or _base(name) not in here or _base(partner.name) not in there
    }


def _base(name: str) -> str:
    return name.partition("[")[0]


def _renamed(left: Sequence[Field], right: Sequence[Field]) -> dict[str, Field]:
    """For the name of each left number the right one that stands for it under another name."""
    found: dict[str, Field] = {}
    if len(left) == len(right) and sum(each.is_step for each in left) != sum(each.is_step for each in right):
        return {field.name: other for field, other in zip(left, right, strict=True)}
    for steps in (True, False):
        expected = [field for field in left if field.is_step is steps]
        measured = [field for field in right if field.is_step is steps]
        if len(expected) == len(measured):
            found.update({field.name: partner for field, partner in zip(expected, measured, strict=True)})
    losses = [[field for field in side if is_loss_name(field.name)] for side in (left, right)]
    if len(losses[0]) == len(losses[1]) == 1 and len(left) != len(right):
        found[losses[0][0].name] = losses[1][0]
    return found


def unjudged(left: Row, right: Row) -> list[tuple[Field, Field]]:
    """Give the numbers of two rows that are noise on both sides, paired."""
    pairs = pair_fields([each for each in left.fields if each.noise], [each for each in right.fields if each.noise])
    return [(expected, measured) for expected, measured in pairs if expected is not None and measured is not None]


def _judged(left: Row, right: Row, aside: set[str]) -> list[FieldPair]:
    return pair_fields(*([field for field in row.fields if _is_kept(field, aside)] for row in (left, right)))


def _is_kept(field: Field, aside: set[str]) -> bool:
    return not field.noise and field.name not in aside


def _alone(rows: Sequence[RowPair]) -> list[Alone]:
    """The numbers of rows of one kind that only one side has and that are the same in all of them. An element of an
    array is none where the other side has another part of that array."""
    left, right = set(rows[0][0].names), set(rows[0][1].names)
    shown = _shown_by_fit(rows)
    if len(rows) < 2 or not left & right or len(left) == len(right):
        return shown
    more, fewer = (left, right) if len(left) > len(right) else (right, left)
    side, place = (Place.LEFT, 0) if more is left else (Place.RIGHT, 1)
    arrays = set(map(_base, fewer))
    found = []
    for name in rows[0][place].names:
        if name in fewer or _base(name) in arrays:
            continue
        fields = [next(field for field in pair[place].fields if field.name == name) for pair in rows]
        if len({field.value for field in fields}) == 1 and math.isfinite(fields[0].value):
            found.append(Alone(side, name, fields[0].text, len(rows)))
    return found + [each for each in shown if each.name not in {other.name for other in found}]


def _shown_by_fit(rows: Sequence[RowPair]) -> list[Alone]:
    """The metrics that fit shows on the right besides what the left log has: what fit shows is what it was told."""
    left, right = rows[0]
    if not right.fit:
        return []
    pairs = pair_fields(*([field for field in row.fields if not field.noise] for row in (left, right)))
    return [
        Alone(Place.RIGHT, measured.name, measured.text, len(rows), varies=True)
        for expected, measured in pairs
        if expected is None and measured is not None and not measured.is_step
    ]
