"""What one side has with the other sign: the loss and its gradients, gradients alone, or how variables are moved."""

import enum
from collections.abc import Iterable

import numpy as np

from harness.diagnose.evidence.evidence import Evidence
from harness.watching.closeness import agree_cancelled
from harness.watching.pairs import Pairs
from harness.words.observation import ObservedStep, ObservedVariable, Reduced

# Of the largest element, what rounding leaves where two numbers cancel; of a difference of two values, as well.
_ROUNDING, _MOVED = 1e-4, 1e-3


class Turned(enum.StrEnum):
    """What has the other sign, what it is made from being the same."""

    LOSS = "loss"
    GRADIENTS = "gradients"
    UPDATES = "updates"


def turned_in(evidence: Evidence) -> Turned | None:
    """Give what of the step in which the sides part has the other sign on the right; None where nobody watched."""
    seen, parting = evidence.watched, evidence.parting
    if seen is None or parting is None or parting.both is None:
        return None
    return turned(parting.both, seen.pairs)


def turned(both: tuple[ObservedStep, ObservedStep], pairs: Pairs) -> Turned | None:
    """Give what of a step has the other sign on the right; None where nothing has, or the step was not seen whole."""
    mine, theirs = ({each.name: each for each in step.variables} for step in both)
    variables = [
        (mine[pair.left], theirs[pair.right])
        for pair in pairs.pairs
        if pair.is_in_order and pair.left in mine and pair.right in theirs
    ]
    gradients = [
        (one.gradient, two.gradient) for one, two in variables if one.gradient is not None and two.gradient is not None
    ]
    if not gradients or len(gradients) < len(variables):
        return None
    if _are_negated(gradients):
        one, two = (step.loss for step in both)
        if one is None or two is None or agree_cancelled(one, two):
            return Turned.GRADIENTS
        return Turned.LOSS if _are_negated([(one, two)]) else None
    moves = [(_move(one), _move(two)) for one, two in variables]
    if not all(agree_cancelled(one, two) for one, two in gradients):
        return None
    known = [(one, two) for one, two in moves if one is not None and two is not None]
    return Turned.UPDATES if len(known) == len(moves) and _have_other_signs(known, _MOVED) else None


def _are_negated(pairs: Iterable[tuple[Reduced, Reduced]]) -> bool:
    samples = [(np.asarray(one.sample), np.asarray(two.sample)) for one, two in pairs]
    return _have_other_signs(samples, _ROUNDING)


def _have_other_signs(pairs: list[tuple[np.ndarray, np.ndarray]], rounding: float) -> bool:
    if not pairs or not any(one.any() for one, _ in pairs):
        return False
    return all(
        one.shape == two.shape
        and bool(np.isfinite(one).all() and np.isfinite(two).all())
        and bool(np.abs(one + two).max(initial=0.0) <= rounding * np.abs(one).max(initial=0.0))
        for one, two in pairs
    )


def _move(variable: ObservedVariable) -> np.ndarray | None:
    if variable.before is None or variable.after is None:
        return None
    before, after = np.asarray(variable.before.sample), np.asarray(variable.after.sample)
    return after - before if before.shape == after.shape else None
