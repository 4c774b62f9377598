"""Pairing rows of one kind one after the other, also where one side left some out, wherever these stood."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from harness.logs.counted import pairs_by_count
from harness.logs.pair import pair_fields
from harness.logs.rows import Row, slacks_of

# Comparisons of two numbers, a second of them; with more, fewer columns decide.
_MOST_COMPARISONS = 200_000_000
# A few float32: what both sides computed is seldom the same to the last bit.
_NEAR = 2.0**-20


def pair_in_turn(left: Sequence[Row], right: Sequence[Row], *, from_start: bool = False) -> list[tuple[int, int]]:
    """Give the places of rows that belong together, in order; each row of the shorter side has a partner.

    Where one side has fewer, its rows stand beside those with the same count (``pairs_by_count``), and where nothing
    counts them, where most of their numbers agree as far as they are printed; of several such places what is left out
    stands as late as may be. ``from_start`` leaves out the last ones, for a side that is
    known to have been stopped.
    """
    if len(left) > len(right):
        return [(i, j) for j, i in pair_in_turn(right, left, from_start=from_start)]
    if from_start or len(left) == len(right):
        return [(place, place) for place in range(len(left))]
    by_value = list(enumerate(_places(left, right)))
    return pairs_by_count(left, right, by_value) or by_value


def _places(shorter: Sequence[Row], longer: Sequence[Row]) -> list[int]:
    """For each row of the shorter side its place in the longer one."""
    here, there = [_numbers(row) for row in shorter], [_numbers(row) for row in longer]
    head = 0
    while head < len(here) and here[head] == there[head]:
        head += 1
    tail = 0
    while tail < len(here) - head and here[-1 - tail] == there[-1 - tail]:
        tail += 1
    end, other_end = len(shorter) - tail, len(longer) - tail
    middle = _best_places(shorter[head:end], longer[head:other_end])
    return [*range(head), *(head + place for place in middle), *range(other_end, len(longer))]


def _best_places(shorter: Sequence[Row], longer: Sequence[Row]) -> list[int]:
    """The places at which most numbers agree, by dynamic programming over how many rows were left out so far."""
    count, most = len(shorter), len(longer) - len(shorter)
    names = [
        (short.name, long.name)
        for short, long in (pair_fields(shorter[0].fields, longer[0].fields) if shorter else ())
        if short is not None and long is not None and not (short.noise or long.noise)
    ]
    columns = min(len(names), _MOST_COMPARISONS // max(1, count * (most + 1)))
    if not columns:
        return list(range(count))
    short, short_slack = _table(shorter, [name for name, _ in names[:columns]])
    long, long_slack = _table(longer, [name for _, name in names[:columns]])
    best = np.zeros(most + 1, np.int32)
    late: list[npt.NDArray[np.uint8]] = []
    for place in range(count):
        window = slice(place, place + most + 1)
        same = _agree(short[place], long[window], np.maximum(short_slack[place], long_slack[window]))
        best = np.maximum.accumulate(best + same.sum(axis=1, dtype=np.int32))
        # Whether as much agrees with one row less left out up to here.
        late.append(np.packbits(best[1:] == best[:-1]))
    places = [0] * count
    left_out = most
    for place in range(count - 1, -1, -1):
        steps = np.unpackbits(late[place], count=most)[:left_out][::-1]
        left_out -= int(np.argmin(steps)) if not steps.all() else left_out
        places[place] = place + left_out
    return places


def _agree(
    one: npt.NDArray[np.float64], others: npt.NDArray[np.float64], slack: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Whether each number of other rows is that of one row, as far as they are printed."""
    with np.errstate(invalid="ignore", over="ignore"):  # of infinities
        near = np.abs(others - one) <= slack + _NEAR * np.abs(others)
    found: npt.NDArray[np.bool_] = (near & np.isfinite(others)) | (others == one) | (np.isnan(others) & np.isnan(one))
    return found


def _table(rows: Sequence[Row], names: Sequence[str]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The numbers of these names in each row, and by how much each may be off: two arrays, a line for each row."""
    slacks = slacks_of(rows)
    fields = [{field.name: field for field in row.fields} for row in rows]
    values = np.array([[each[name].value for name in names] for each in fields], np.float64)
    off = np.array([[slacks[name, each[name].text] for name in names] for each in fields], np.float64)
    return values, off


def _numbers(row: Row) -> list[tuple[str, float]]:
    return sorted((field.name, field.value) for field in row.fields if not field.noise)
