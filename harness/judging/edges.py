"""Edges of rounding: two prints of nearly the same number that differ by one unit of the last digit."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

# As many crossings in one column, or more, have to come of noise with this probability.
_LEAST_CHANCE = 0.02


@dataclass(frozen=True)
class Prints:
    """Two numbers printed to the same place, each rounded by itself: ``unit`` is one of the last digit, 0.0 where the
    two were not printed so, ``spacing`` that of floats there, ``noise`` how far apart rounding may have put them."""

    left: float
    right: float
    unit: float
    spacing: float
    noise: float

    @property
    def cross(self) -> bool:
        """Whether they are one unit apart: what they stand for, or its neighbour, may be one number all the same."""
        return self.unit / 2 < abs(self.left - self.right) <= self.unit + self.spacing

    @property
    def chance(self) -> float:
        """How probably the noise carries a number over an edge: these are a unit apart."""
        return min(1.0, self.noise / self.unit) if self.unit > 0 else 0.0


def excused(column: Sequence[Prints]) -> list[bool]:
    """Tell for each pair of a column whether its printing may account for one unit between the two.

    Where the noise is as large as the unit, it does. Where the unit is larger, it may do now and then: in so many pairs
    as come of that noise with a probability of 2 % at least. So 0.38 against 0.39 is a difference wherever it stands.
    """
    seldom = [prints for prints in column if 0 < prints.chance < 1]
    crossings = sum(prints.cross for prints in seldom)
    plausible = at_least(crossings, sum(prints.chance for prints in seldom)) >= _LEAST_CHANCE
    return [prints.chance >= 1 or (prints.chance > 0 and plausible) for prints in column]


def at_least(count: int, mean: float) -> float:
    """Give the probability of ``count`` rare events or more, of which there are ``mean`` on average."""
    if count == 0:
        return 1.0
    if mean <= 0:
        return 0.0
    fewer = sum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count))
    return max(0.0, 1.0 - fewer)
