"""Moved: series that agree once one side is read some records earlier or later."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from harness.diagnose.evidence.agreement import Agreement, all_agree, may_agree
from harness.diagnose.evidence.evidence import Paired
from harness.diagnose.evidence.shape import distinct
from harness.judging.traces import Tolerances
from harness.words.series import Number, Series

# So many different numbers tell that a series is moved.
_TELLING = 3
# Which right record stands for a left one, None for none.
Partner = Callable[[int], int | None]


@dataclass(frozen=True)
class Moved:
    """How the numbers of one name agree once moved, and how the same pairs' left numbers agree where they stand."""

    after: Agreement
    before: int
    # No more than tell: three are as good as a thousand.
    distinct: int

    @property
    def is_telling(self) -> bool:
        """Whether all pairs agree, at least three of them different numbers, and some did not before."""
        return self.is_worth_trying and self.distinct >= _TELLING

    @property
    def is_worth_trying(self) -> bool:
        """Whether all pairs agree, at least two of them different numbers, and some did not before: too few to tell,
        and enough for an experiment."""
        return self.after.whole and self.distinct >= 2 and self.before < self.after.total


def move(paired: Paired, tolerances: Tolerances, partner: Partner) -> Moved:
    """Hold every left number against the right one that is its partner."""
    tolerance, right = tolerances.of(paired.name), paired.right.at()
    pairs = list(_partners(paired, partner))
    here = [(number, right[number.position]) for number, _ in pairs if number.position in right]
    agreeing, before = sum(all_agree(paired, pairs, tolerance)), sum(all_agree(paired, here, tolerance))
    used = Series(paired.left.name, paired.left.dtype, tuple(mine for mine, _ in pairs))
    different = distinct(Paired(paired.name, used, paired.right), tolerances, _TELLING)
    return Moved(Agreement(agreeing, len(pairs)), before, different)


def may_be_moved(paired: Paired, tolerances: Tolerances, partner: Partner) -> bool:
    """Whether each left number lies as near to its partner as it must if all are to agree: what ``move`` looks at more
    closely, and what most series are not."""
    tolerance = tolerances.of(paired.name)
    return all(may_agree(paired, left, right, tolerance) for left, right in _partners(paired, partner))


def _partners(paired: Paired, partner: Partner) -> Iterator[tuple[Number, Number]]:
    right = paired.right.at()
    for number in paired.left.numbers:
        where = partner(number.position)
        if where is not None and where in right:
            yield number, right[where]


def by(shift: int, times: int = 1) -> Partner:
    """Give the partner ``shift`` records later; of a side that makes ``times`` records for each one."""
    return lambda position: times * position + shift
