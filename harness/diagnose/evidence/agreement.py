"""Agreement: which numbers of two series are the same, as they stand or with one series moved along the run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.judging.columns import Column, prints_of, read_columns, same, typed
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.printed import half_unit
from harness.words.series import Number
from harness.words.trace import coarsest, is_floating
from harness.words.ulps import held

# What both sides compute in, where one is known from print only: TensorFlow's own.
_PRINTED = "float32"


@dataclass(frozen=True)
class Agreement:
    """How many of ``total`` pairs of numbers agree."""

    agreeing: int
    total: int

    @property
    def whole(self) -> bool:
        """Whether there are pairs, and all agree."""
        return self.agreeing == self.total > 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.agreeing + other.agreeing, self.total + other.total)


def agree(paired: Paired, left: Number, right: Number, tolerance: Tolerance) -> bool:
    """Whether a number of the right side is the left one's, as far as their digits and the tolerance say."""
    return all_agree(paired, [(left, right)], tolerance)[0]


def all_agree(paired: Paired, pairs: Sequence[tuple[Number, Number]], tolerance: Tolerance) -> list[bool]:
    """Whether each of these pairs agrees: judged as the comparison judges the lines of two logs."""
    known = common_dtype(paired) if _is_known(paired) else ""
    column = typed(Column(tuple(pairs), tolerance, known if is_floating(known) or not known else _PRINTED))
    (read,) = read_columns([column], exact=not paired.printed)
    dtype = known or column.dtype
    return [same(prints, left, right, tolerance, dtype) for prints, (left, right) in zip(read, pairs, strict=True)]


def may_agree(paired: Paired, left: Number, right: Number, tolerance: Tolerance) -> bool:
    """Whether two numbers lie as near to each other as they must to agree, whatever their column shows of its formats
    and whichever edge of rounding lies between."""
    dtype = common_dtype(paired) if _is_known(paired) else _PRINTED
    dtype = dtype if is_floating(dtype) else _PRINTED
    if not (held(left.value, dtype) and held(right.value, dtype)):
        return True
    prints = prints_of(left, right, tolerance, dtype)
    if prints is None:
        return True
    unit = max(prints.coarse, *(half_unit(number.text.removesuffix("%")) for number in (left, right)))
    return prints.gap <= 2 * (unit + prints.noise)


def _is_known(paired: Paired) -> bool:
    return bool(paired.left.dtype or paired.right.dtype)


def common_dtype(paired: Paired) -> str:
    """Give the dtype by whose spacing the two series are held against each other: the coarser of the two."""
    dtypes = {paired.left.dtype or _PRINTED, paired.right.dtype or _PRINTED}
    return dtypes.pop() if len(dtypes) == 1 else coarsest(dtypes)


def shifted(paired: Paired, tolerances: Tolerances, shift: int) -> Agreement:
    """Hold every left number against the right one ``shift`` records later; numbers past an end have no pair."""
    if shift == 0:
        agreeing = together_agree(paired, tolerances)
        return Agreement(sum(agreeing), len(agreeing))
    right = paired.right.at()
    pairs = [
        (number, right[number.position + shift]) for number in paired.left.numbers if number.position + shift in right
    ]
    return Agreement(sum(all_agree(paired, pairs, tolerances.of(paired.name))), len(pairs))


def together_agree(paired: Paired, tolerances: Tolerances) -> tuple[bool, ...]:
    """Whether each two numbers of one record agree."""
    return _together_agree(paired, tolerances.of(paired.name))


# Every detector asks whether the numbers agree as they stand.
@lru_cache(maxsize=512)
def _together_agree(paired: Paired, tolerance: Tolerance) -> tuple[bool, ...]:
    return tuple(all_agree(paired, paired.together, tolerance))


def in_place(paired: Paired, tolerances: Tolerances) -> Agreement:
    """Hold every left number against the right one of the same record; one without a partner does not agree."""
    return Agreement(shifted(paired, tolerances, 0).agreeing, len(paired.left.numbers))


def overall(evidence: Evidence) -> Agreement:
    """Count over all numbers that the two sides share by name."""
    return total(in_place(paired, evidence.tolerances) for paired in evidence.paired)


def met(evidence: Evidence) -> Agreement:
    """Count over the numbers that both sides have: a shorter run is held against its own part of the longer one."""
    return total(shifted(paired, evidence.tolerances, 0) for paired in evidence.paired)


def total(agreements: Iterable[Agreement]) -> Agreement:
    """Add up."""
    return sum(agreements, Agreement(0, 0))


def first_apart_of(series: Iterable[Paired], tolerances: Tolerances) -> int | None:
    """Give the position of the first number of any of these series that differs, None where none does."""
    places = (first_apart(paired, tolerances) for paired in series)
    return min((place for place in places if place is not None), default=None)


def first_apart(paired: Paired, tolerances: Tolerances) -> int | None:
    """Give the position of the first number that differs, None where all that have a partner agree."""
    each = together_agree(paired, tolerances)
    return next((mine.position for (mine, _), agrees in zip(paired.together, each, strict=True) if not agrees), None)
