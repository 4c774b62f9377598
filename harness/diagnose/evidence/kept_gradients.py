"""Gradients that are kept: a side that hands on, in each step, the gradients of all steps before it as well."""

from collections.abc import Mapping

import numpy as np

from harness.watching.closeness import agree
from harness.watching.watched import Watched
from harness.words.finding import Place
from harness.words.observation import ObservedStep, ObservedVariable, Reduced

_ROUNDING = 1e-4


def keeps_gradients(watched: Watched) -> tuple[Place, int] | None:
    """Give the side whose gradients are those of the other side and, added to them, its own of the step before, and the
    first step of which that is so while the variables agree; None where no side's are."""
    left = {step.number: step for step in watched.left.steps}
    right = {step.number: step for step in watched.right.steps}
    for number in sorted(left.keys() & right.keys()):
        if number - 1 not in left or number - 1 not in right:
            continue
        now, before = (left[number], right[number]), (left[number - 1], right[number - 1])
        known = _gradients(now, before, watched)
        if known is None:
            return None
        if all(np.abs(one - two).max(initial=0.0) <= _ROUNDING * np.abs(one).max(initial=0.0) for one, two, _ in known):
            continue
        for place in Place:
            if all(_adds_up(each, place) for each in known):
                return place, number
        return None
    return None


_Three = tuple[np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray]]


def _gradients(
    now: tuple[ObservedStep, ObservedStep], before: tuple[ObservedStep, ObservedStep], watched: Watched
) -> list[_Three] | None:
    """The gradients of a step, left and right, and those of the step before; None where a value is apart, or unseen."""
    here, there = [_named(each) for each in now], [_named(each) for each in before]
    found = []
    for pair in watched.pairs.pairs:
        names = pair.left, pair.right
        variables = [side.get(name) for side, name in zip(here, names, strict=True)]
        earlier = [side.get(name) for side, name in zip(there, names, strict=True)]
        known = [each.gradient if each is not None else None for each in (*variables, *earlier)]
        starts = [each.before if each is not None else None for each in variables]
        arrays = [np.asarray(each.sample) for each in known if each is not None]
        if not pair.is_in_order or len(arrays) < len(known) or not _agree(starts):
            return None
        if len({each.shape for each in arrays}) > 1 or not all(np.isfinite(each).all() for each in arrays):
            return None
        found.append((arrays[0], arrays[1], (arrays[2], arrays[3])))
    return found or None


def _named(step: ObservedStep) -> Mapping[str, ObservedVariable]:
    return {each.name: each for each in step.variables}


def _agree(starts: list[Reduced | None]) -> bool:
    one, two = starts
    return one is not None and two is not None and one.size == two.size and agree(one, two)


def _adds_up(gradients: _Three, place: Place) -> bool:
    left, right, before = gradients
    mine, other = (left, right) if place is Place.LEFT else (right, left)
    earlier = before[0 if place is Place.LEFT else 1]
    allowed = _ROUNDING * max(np.abs(mine).max(initial=0.0), np.abs(earlier).max(initial=0.0))
    return bool(earlier.any() and np.abs(mine - other - earlier).max(initial=0.0) <= allowed)
