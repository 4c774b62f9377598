"""Rows that are the only ones of their kind, such as a last loss that the other log calls by another name."""

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeAlias

from harness.logs.rows import Row
from harness.words.printed import integer_in

_Placed: TypeAlias = tuple[int, Row]


def lone_pairs(left: Sequence[Row], right: Sequence[Row], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pair rows that no other row of their log is like and that ``pairs`` leave free: those whose numbers are the same,
    then those that stand between the same rows; a fraction among them, and no second row that would do as well."""
    free_left, free_right = _free(left, [i for i, _ in pairs]), _free(right, [j for _, j in pairs])
    found: list[tuple[int, int]] = []
    for alike in (_same_values, _in_same_gap(sorted(pairs))):
        for i in free_left:
            fits = [j for j in free_right if alike((i, left[i]), (j, right[j]))]
            rivals = [other for other in free_left if fits and alike((other, left[other]), (fits[0], right[fits[0]]))]
            if len(fits) == len(rivals) == 1:
                found.append((i, fits[0]))
        free_left = [i for i in free_left if i not in {i for i, _ in found}]
        free_right = [j for j in free_right if j not in {j for _, j in found}]
    return found


def has_fraction(row: Row) -> bool:
    """Whether a row has a number that is judged and no integer."""
    return False in _integers(row)


def _free(rows: Sequence[Row], paired: Sequence[int]) -> list[int]:
    kinds, taken = Counter(row.names for row in rows), set(paired)
    return [i for i, row in enumerate(rows) if i not in taken and kinds[row.names] == 1 and has_fraction(row)]


def _same_values(left: _Placed, right: _Placed) -> bool:
    return _values(left[1]) == _values(right[1])


def _in_same_gap(pairs: Sequence[tuple[int, int]]) -> Callable[[_Placed, _Placed], bool]:
    paired_left, paired_right = [i for i, _ in pairs], sorted(j for _, j in pairs)

    def alike(left: _Placed, right: _Placed) -> bool:
        same_gap = bisect(paired_left, left[0]) == bisect(paired_right, right[0])
        return same_gap and _integers(left[1]) == _integers(right[1])

    return alike


def _integers(row: Row) -> list[bool]:
    return [integer_in(field.text) is not None for field in row.fields if not field.noise]


def _values(row: Row) -> list[float]:
    return [field.value for field in row.fields if not field.noise]
