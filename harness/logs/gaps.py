"""Rows that their names leave without a partner, such as a last loss that the other log calls by another name."""

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from harness.logs.rows import Row
from harness.words.printed import integer_in

Pairs: TypeAlias = list[tuple[int, int]]


def pairs_in_gaps(left: Sequence[Row], right: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> Pairs:
    """Pair rows that ``pairs`` leave free, each with a fraction among its numbers, whatever the words around these.

    First rows that no other one of their log is like, if their numbers are the same; then those between the same two
    pairs whose numbers are the same; then, if as many are left there on both sides and each has as many integers and
    fractions in the same order, one after the other.
    """
    free = _Free(left, right, pairs)
    free.take(_same_lone(left, right, free))
    free.take([pair for here, there in free.gaps() for pair in _same_values(left, right, here, there)])
    alike = [gap for gap in free.gaps() if _kinds(left, gap[0]) == _kinds(right, gap[1])]
    free.take([pair for here, there in alike for pair in zip(here, there, strict=True)])
    return free.found


def has_fraction(row: Row) -> bool:
    """Whether a row has a number that is judged and no integer."""
    return False in _integers(row)


class _Free:
    """The rows without a partner, which become fewer as pairs are taken."""

    def __init__(self, left: Sequence[Row], right: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> None:
        self._paired = sorted(i for i, _ in pairs), sorted(j for _, j in pairs)
        taken = set(self._paired[0]), set(self._paired[1])
        self.left = [i for i, row in enumerate(left) if i not in taken[0] and has_fraction(row)]
        self.right = [j for j, row in enumerate(right) if j not in taken[1] and has_fraction(row)]
        self.found: Pairs = []

    def take(self, pairs: Pairs) -> None:
        """Pair these."""
        self.found += pairs
        left, right = {i for i, _ in pairs}, {j for _, j in pairs}
        self.left = [i for i in self.left if i not in left]
        self.right = [j for j in self.right if j not in right]

    def gaps(self) -> list[tuple[list[int], list[int]]]:
        """The free rows of both sides that stand between the same two pairs, where both have some."""
        left, right = (
            _by_gap(rows, paired) for rows, paired in zip((self.left, self.right), self._paired, strict=True)
        )
        return [(left[gap], right[gap]) for gap in left if gap in right]


def _by_gap(rows: Sequence[int], paired: Sequence[int]) -> dict[int, list[int]]:
    """Rows by how many paired ones stand before them."""
    gaps: dict[int, list[int]] = {}
    for row in rows:
        gaps.setdefault(bisect(paired, row), []).append(row)
    return gaps


def _same_lone(left: Sequence[Row], right: Sequence[Row], free: _Free) -> Pairs:
    kinds_left, kinds_right = Counter(row.names for row in left), Counter(row.names for row in right)
    lone_left = [i for i in free.left if kinds_left[left[i].names] == 1]
    lone_right = [j for j in free.right if kinds_right[right[j].names] == 1]
    counts_left = Counter(_values(left[i]) for i in lone_left)
    by_values: dict[tuple[float, ...], list[int]] = {}
    for j in lone_right:
        by_values.setdefault(_values(right[j]), []).append(j)
    return [
        (i, fits[0])
        for i in lone_left
        if len(fits := by_values.get(_values(left[i]), [])) == 1 == counts_left[_values(left[i])]
    ]


def _same_values(left: Sequence[Row], right: Sequence[Row], here: Sequence[int], there: Sequence[int]) -> Pairs:
    """Those of some rows whose numbers are the same, in order on both sides."""
    places: dict[tuple[float, ...], list[int]] = {}
    for at, j in enumerate(there):
        places.setdefault(_values(right[j]), []).append(at)
    pairs: Pairs = []
    behind = -1
    for i in here:
        fits = places.get(_values(left[i]), [])
        at = bisect(fits, behind)
        if at < len(fits):
            behind = fits[at]
            pairs.append((i, there[behind]))
    return pairs


def _kinds(rows: Sequence[Row], places: Sequence[int]) -> list[list[bool]]:
    return [_integers(rows[place]) for place in places]


def _integers(row: Row) -> list[bool]:
    return [integer_in(field.text) is not None for field in row.fields if not field.noise]


def _values(row: Row) -> tuple[float, ...]:
    return tuple(field.value for field in row.fields if not field.noise)
