"""What the spread of a script excuses in a table that it writes: its numbers are elements of columns, and no series."""

import math

import numpy as np

from harness.judging.array_spread import allowed_distances
from harness.judging.read_rows import NumberPlace, RowColumn, row_columns
from harness.judging.spread import MOST_OF_SCALE, Spread
from harness.judging.traces import Tolerances
from harness.logs.matching import Matching

# Of a sum of two halves of a printed unit, which floats do not hold exactly.
_EXACT = 1e-9


def amplified_in_table(matching: Matching, tolerances: Tolerances, spread: Spread) -> frozenset[NumberPlace]:
    """Give the numbers of two matched tables that lie no further apart than rounding moves the left one, beyond what
    their printing accounts for; none of a column in which that is a large part of the largest number."""
    found: set[NumberPlace] = set()
    for column in row_columns(matching, tolerances):
        found.update(_within(column, matching, spread))
    return frozenset(found)


def _within(column: RowColumn, matching: Matching, spread: Spread) -> set[NumberPlace]:
    own = np.array([_own(place, matching, spread) for place in column.places])
    left, right = (np.array([pair[side].value for pair in column.column.pairs]) for side in (0, 1))
    known = np.isfinite(own) & np.isfinite(left) & np.isfinite(right)
    if not known.any() or not own[known].any():
        return set()
    rounded = np.array([sum(number.slack for number in pair) for pair in column.column.pairs])
    allowed = np.zeros_like(left)
    allowed[known] = allowed_distances(left[known], own[known])
    if allowed.max() > MOST_OF_SCALE * np.abs(left[known]).max():
        return set()
    near = known & (np.abs(right - left) <= (allowed + rounded) * (1 + _EXACT))
    return {place for place, is_near in zip(column.places, near.tolist(), strict=True) if is_near}


def _own(place: NumberPlace, matching: Matching, spread: Spread) -> float:
    row, name = place
    left = matching.rows[row].left
    return math.nan if left is None else spread.largest.get((left.line, name), math.nan)
