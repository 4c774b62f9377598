"""Edges of rounding: prints of nearly the same number that lie on two sides of one, a unit of the last digit apart."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

# As many crossings in one log, or more, have to come of noise with this probability. Measured: docs/compare.md.
_LEVEL = 0.005


@dataclass(frozen=True)
class Prints:
    """Two numbers, each known as far as it is printed.

    ``coarse`` and ``fine`` are half a unit of the last digit of the coarser and of the finer print, 0.0 for a number
    that is known exactly. ``spacing`` is that of floats there, ``noise`` how far apart the tolerance lets the numbers
    be. It is ``excused`` where rounding may have put the two on two sides of an edge.
    """

    left: float
    right: float
    coarse: float
    fine: float
    spacing: float
    noise: float
    excused: bool = False

    @property
    def gap(self) -> float:
        """How far apart the prints are."""
        return abs(self.left - self.right)

    @property
    def same_place(self) -> bool:
        """Whether both are printed to the same place, each rounded by itself."""
        return self.fine > self.coarse / 2

    @cached_property
    def cross(self) -> bool:
        """Whether the two may be one number only if an edge of rounding lies between them."""
        farthest = self.coarse + self.fine + (self.spacing if self.same_place else max(self.spacing, self.noise))
        return self.fine > 0 and self.coarse + self.spacing < self.gap <= farthest

    @cached_property
    def chance(self) -> float:
        """How probably numbers within the tolerance are printed on two sides of an edge: 4 ULP / unit of the last digit
        for 4 ULP; where one print is finer, its own rounding may carry it over, too."""
        if self.fine <= 0:
            return 0.0
        carried = self.noise if self.same_place else self.noise + self.fine
        return min(1.0, carried / (2 * self.coarse))

    @property
    def accounted(self) -> float:
        """How much of the gap the printing accounts for."""
        return self.coarse + (self.fine if self.excused else 0.0)

    @property
    def beyond(self) -> float:
        """How much of the gap it does not account for."""
        return max(0.0, self.gap - self.accounted)

    @property
    def is_rounded(self) -> bool:
        """Whether the printing, and one spacing of floats, account for the gap."""
        return self.gap <= self.accounted + self.spacing

    @property
    def is_tolerated(self) -> bool:
        """Whether the printing and the tolerance do."""
        return self.beyond <= self.noise


def excused(columns: Sequence[Sequence[Prints]]) -> list[list[bool]]:
    """Tell for each pair of each column of a log whether an edge of rounding may lie between the two.

    Where the noise is as large as the unit, it may always. Else a pair is judged by its own chance: of all pairs of its
    column that are no likelier to cross an edge, so many do; if that, or more, comes of their chances alone with a
    probability below the level, it is not excused. Pairs with more digits, which are likelier, lend it nothing: so 0.38
    against 0.39 is a difference beside any number of rows with six digits. Texts that are printed again and again with
    the same partner, as of what has converged, are one pair.

    The level is 0.5 % for a log, divided by its columns with such pairs, and in each by the chances tried.
    """
    tried = [sorted({each.chance for each in column if each.cross and 0 < each.chance < 1}) for column in columns]
    several = sum(map(bool, tried))
    found = []
    for column, chances in zip(columns, tried, strict=True):
        plausible = _plausible(column, chances, _LEVEL / (several * len(chances))) if chances else {}
        found.append([each.chance >= 1 or (each.cross and plausible.get(each.chance, False)) for each in column])
    return found


def _plausible(column: Sequence[Prints], chances: Sequence[float], level: float) -> dict[float, bool]:
    """For each of these chances whether noise alone may carry so many pairs over an edge that are no likelier to be."""
    seldom = sorted((each.chance, each.cross) for each in _distinct(column) if 0 < each.chance < 1)
    known = [chance for chance, _ in seldom]
    means = [0.0, *accumulate(known)]
    crossings = [0, *accumulate(crosses for _, crosses in seldom)]
    likely = {}
    for chance in chances:
        pool = bisect_right(known, chance)
        likely[chance] = at_least(crossings[pool], means[pool]) >= level
    return likely


def _distinct(column: Sequence[Prints]) -> list[Prints]:
    """The pairs of a column, but only once each that has always the same partner."""
    partners: dict[tuple[float, float], set[float]] = {}
    for each in column:
        partners.setdefault((each.left, each.chance), set()).add(each.right)
    seen: set[tuple[float, float]] = set()
    distinct = []
    for each in column:
        key = (each.left, each.chance)
        if len(partners[key]) > 1 or key not in seen:
            distinct.append(each)
        seen.add(key)
    return distinct


def at_least(count: int, mean: float) -> float:
    """Give the probability of ``count`` rare events or more, of which there are ``mean`` on average (Poisson)."""
    if count == 0:
        return 1.0
    if mean <= 0:
        return 0.0
    fewer = math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count))
    return max(0.0, 1.0 - fewer)
