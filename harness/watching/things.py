"""One thing of a stage, on both sides: an array, a number, how far a variable was moved."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from harness.watching.closeness import closeness, coarser, rounding
from harness.words.observation import Reduced

# What a step moves is a difference of two values: of its digits rounding leaves so many.
_MOVED = 1e-4
_MOVED_SPACINGS = 8

Values = tuple[Reduced | None, Reduced | None]


@dataclass(frozen=True)
class Gap:
    """One thing of a stage that is apart, by its name on the left, with the text of either side, and the distance
    ``relative`` to the largest element."""

    name: str
    left: str
    right: str
    relative: float = math.inf


@dataclass(frozen=True)
class Thing:
    """One thing of a stage: whether both sides have the same bits; the ``gap`` where they are apart by more than one
    step rounds; how far they are apart ``relative`` to the largest element, and in spacings of that."""

    name: str
    same_bits: bool
    gap: Gap | None
    relative: float = 0.0
    ulps: float = 0.0


def thing(
    name: str, left: Reduced, right: Reduced, alike: Callable[[Reduced, Reduced], bool], size: float = 0.0
) -> Thing:
    """Hold two arrays against each other, which are the same if they are ``alike``; or, of what has been as large as
    ``size``, if rounding makes as much of that."""
    held = closeness(left, right)
    same = held.same_bits or alike(left, right)
    if not same and size and (of_size := closeness(left, right, size)).within(rounding(left, right)):
        held, same = of_size, True
    spacing = coarser(left, right)
    ulps = held.relative / spacing if spacing else 0.0
    gap = None if same else Gap(name, brief(left), brief(right), held.relative)
    return Thing(name, held.same_bits, gap, held.relative, ulps)


def moved(name: str, left: Values, right: Values) -> Thing | None:
    """Hold how far a variable was moved on both sides, by its values before and after; None where one is not known."""
    if left[0] is None or left[1] is None or right[0] is None or right[1] is None:
        return None
    if left[1].digest == right[1].digest and left[0].digest == right[0].digest:
        return Thing(name, True, None)
    one = [after - before for before, after in zip(left[0].sample, left[1].sample, strict=False)]
    two = [after - before for before, after in zip(right[0].sample, right[1].sample, strict=False)]
    if len(one) != len(two) or not one:
        return None
    distances = [_distance(a, b) for a, b in zip(one, two, strict=True)]
    largest = max((abs(each) for each in (*one, *two) if math.isfinite(each)), default=0.0)
    size = max((abs(each) for array in (*left, *right) if array is not None for each in array.sample), default=0.0)
    apart = max(distances)
    relative = 0.0 if not apart else apart / largest if largest else math.inf
    if apart <= max(_MOVED * largest, _MOVED_SPACINGS * coarser(left[1], right[1]) * size):
        return Thing(name, False, None, min(relative, _MOVED))
    at = distances.index(apart)
    return Thing(name, False, Gap(name, f"moved by {one[at]:.4g}", f"by {two[at]:.4g}", relative), relative)


def brief(array: Reduced) -> str:
    """Give an array in a few words: a number as it is, of more the first ones, and their norm."""
    if array.size == 1:
        return f"{array.sample[0]:.7g}"
    shown = ", ".join(f"{each:.6g}" for each in array.sample[:3])
    return f"[{shown}{', …' if array.size > 3 else ''}] (norm {array.norm:.6g})"


def _distance(left: float, right: float) -> float:
    if left == right or (math.isnan(left) and math.isnan(right)):
        return 0.0
    return abs(left - right) if math.isfinite(left) and math.isfinite(right) else math.inf
