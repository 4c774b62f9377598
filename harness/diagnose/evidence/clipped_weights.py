"""Weights that one side brings back between two bounds behind each update."""

from dataclasses import dataclass

import numpy as np

from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Place
from harness.words.observation import ObservedStep, Reduced
from harness.words.stage import Stage

_ROUNDING = 1e-5


@dataclass(frozen=True)
class ClippedWeights:
    """That the side ``place`` keeps these variables, by their names there and on the other side, within ``bound`` of
    zero."""

    place: Place
    names: tuple[str, ...]
    others: tuple[str, ...]
    bound: float


def clipped_weights(evidence: Evidence) -> ClippedWeights | None:
    """Give what one side clips, of two sides that were watched and part in what a later step begins with: each variable
    is the other side's or, where that is further from zero than one bound, that bound."""
    parting = evidence.parting
    if evidence.watched is None or parting is None or parting.both is None or parting.number == 0:
        return None
    if evidence.watched.stage is not Stage.START:
        return None
    left, right = (_values(step) for step in parting.both)
    pairs = [(each.left, each.right) for each in evidence.watched.pairs.pairs if each.is_in_order]
    known = [(one, two, left.get(one), right.get(two)) for one, two in pairs]
    for place in Place:
        arrays = [
            (one, two, *((mine, theirs) if place is Place.LEFT else (theirs, mine)))
            for one, two, mine, theirs in known
            if mine is not None and theirs is not None and mine.shape == theirs.shape
        ]
        apart = [each for each in arrays if np.abs(each[2] - each[3]).max(initial=0.0) > _ROUNDING * _most(each[3])]
        bound = max((_most(each[2]) for each in apart), default=0.0)
        if apart and bound and all(_is_clipped(each[2], each[3], bound) for each in apart):
            lefts, rights = tuple(each[0] for each in apart), tuple(each[1] for each in apart)
            here, there = (lefts, rights) if place is Place.LEFT else (rights, lefts)
            return ClippedWeights(place, here, there, float(f"{bound:.6g}"))
    return None


def _values(step: ObservedStep) -> dict[str, np.ndarray]:
    return {each.name: _array(each.before) for each in step.variables if each.before is not None}


def _array(array: Reduced) -> np.ndarray:
    return np.asarray(array.sample)


def _most(array: np.ndarray) -> float:
    return float(np.abs(array).max(initial=0.0))


def _is_clipped(inside: np.ndarray, free: np.ndarray, bound: float) -> bool:
    clipped = np.clip(free, -bound, bound)
    return bool((np.abs(free) > bound).any() and np.abs(inside - clipped).max() <= _ROUNDING * bound)
