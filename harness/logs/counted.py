"""Pairing rows of one kind by a number that counts them, where no name calls it a step."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from harness.logs.fields import Field
from harness.logs.pair import pair_fields
from harness.logs.rows import Row, slacks_of
from harness.words.printed import integer_in

# One row counts nothing.
_FEWEST = 2


def pairs_by_count(
    shorter: Sequence[Row], longer: Sequence[Row], by_value: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Give the places of rows with the same count, where each row of the shorter side has one; else none.

    A count is an integer that rises from row to row on both sides, on one of them by the same amount each time: what a
    loop prints as `print(i, loss)`. None either where ``by_value``, the rows with the numbers that agree best, are all
    as many rows away, and most of them have another number in common: then the sides count from different numbers.
    Where not each row has one, rows whose counts are off by as much as those of both first rows, or both last ones, are
    partners, if in most of these another number that changes is the same as far as it is printed.
    """
    if len(shorter) < _FEWEST:
        return []
    for short, long in pair_fields(shorter[0].fields, longer[0].fields):
        if short is None or long is None or short.noise or long.noise:
            continue
        here, there = _counts(shorter, short.name), _counts(longer, long.name)
        if not (here and there and (_is_even(here) or _is_even(there))):
            continue
        counted = _with_count(here, there, 0)
        if counted:
            away = {j - at for (_, j), (_, at) in zip(by_value, counted, strict=True)}
            alike = sum(_share_a_number(shorter[i], longer[j], short.name) for i, j in by_value)
            return [] if len(away) == 1 and away != {0} and alike > len(counted) / 2 else counted
        for more in (there[0] - here[0], there[-1] - here[-1]):
            moved = _with_count(here, there, more)
            if moved and _most_agree([(shorter[i], longer[j]) for i, j in moved], short.name):
                return moved
    return []


def _with_count(here: Sequence[int], there: Sequence[int], more: int) -> list[tuple[int, int]]:
    """The places of counts that are so many more on the other side; none where not each one is there."""
    places = {count: place for place, count in enumerate(there)}
    if not all(count + more in places for count in here):
        return []
    return [(place, places[count + more]) for place, count in enumerate(here)]


def _most_agree(pairs: Sequence[tuple[Row, Row]], count: str) -> bool:
    """Whether most rows have a number besides the count, and not the same one in all rows, that their partner has."""
    slacks, other_slacks = (slacks_of(rows) for rows in zip(*pairs, strict=True))
    printed = Counter(name for name, _ in slacks)
    agreeing = sum(
        any(
            printed[short.name] > 1
            and abs(short.value - long.value) <= max(slacks[short.name, short.text], other_slacks[long.name, long.text])
            for short, long in _besides(row, other, count)
        )
        for row, other in pairs
    )
    return agreeing > len(pairs) / 2


def _share_a_number(row: Row, other: Row, count: str) -> bool:
    return any(short.value == long.value for short, long in _besides(row, other, count))


def _besides(row: Row, other: Row, count: str) -> Iterator[tuple[Field, Field]]:
    """The numbers of two rows that belong together, but for what is noise and the count."""
    for short, long in pair_fields(row.fields, other.fields):
        if short is not None and long is not None and not short.noise and short.name != count:
            yield short, long


def _counts(rows: Sequence[Row], name: str) -> list[int]:
    """The integers of that name, if each row has one that is larger than the one before; else none."""
    counts: list[int] = []
    for row in rows:
        text = next((field.text for field in row.fields if field.name == name), "")
        count = integer_in(text)
        if count is None or (counts and count <= counts[-1]):
            return []
        counts.append(count)
    return counts


def _is_even(counts: Sequence[int]) -> bool:
    return len({after - before for before, after in pairwise(counts)}) == 1
