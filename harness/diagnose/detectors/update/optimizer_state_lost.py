"""Optimizer state lost: in the middle of the training an optimizer remembers nothing, as after a restore without it."""

from collections.abc import Iterator, Sequence

import numpy as np

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.observation import ObservedStep
from harness.words.stage import Stage

# Of the largest element, what rounding leaves of a factor.
_ROUNDING = 1e-4
_FEWEST = 2


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and part in the update of a later step, in which one of the slots of one side is
    its gradients times one number, as after a first step, where the other one's goes on.

    The trial hands a new optimizer what the one before it remembered, and would cure nothing else.
    """
    parting = evidence.parting
    if parting is None or parting.both is None or parting.number == 0 or not differs(evidence):
        return None
    first = parting.first_apart
    if first is None or first.stage is not Stage.UPDATE:
        return None
    begun = [_begun(step) for step in parting.both]
    if bool(begun[0]) == bool(begun[1]):
        return None
    place = Place.RIGHT if begun[1] else Place.LEFT
    side, other = evidence.side(place).name, evidence.side(place.other).name
    return Finding(
        "optimizer-state-lost",
        Confidence.LIKELY,
        f"in step {parting.number} the slot {' and '.join(begun[1] or begun[0])} of {side} is the gradient times one "
        f"number, as in a first step; {other} goes on with what its optimizer remembers",
        "save and restore the optimizer with the weights, tf.train.Checkpoint(model=model, optimizer=optimizer) or "
        "model.save: a Saver of TF1 keeps its slots; and make it once"
        if place is Place.RIGHT
        else f"begin with a new optimizer there, as {side} does",
        trials=(Change("what the optimizer before it remembered", place, patch="optimizer_state_kept"),),
    )


def _begun(step: ObservedStep) -> list[str]:
    """The slots that are the gradients of all variables times one number."""
    names = {name for each in step.variables for name in each.slots}
    return sorted(name for name in names if _is_proportional(list(_both(step, name))))


def _both(step: ObservedStep, name: str) -> Iterator[tuple[Sequence[float], Sequence[float]]]:
    for each in step.variables:
        slot = each.slots.get(name)
        if slot is not None and each.gradient is not None:
            yield each.gradient.sample, slot.sample


def _is_proportional(pairs: list[tuple[Sequence[float], Sequence[float]]]) -> bool:
    if any(len(one) != len(two) for one, two in pairs):
        return False
    gradients = np.concatenate([np.asarray(one) for one, _ in pairs] or [np.zeros(0)])
    slots = np.concatenate([np.asarray(two) for _, two in pairs] or [np.zeros(0)])
    square = float(gradients @ gradients)
    if np.count_nonzero(gradients) < _FEWEST or not square or not slots.any():
        return False
    factor = float(gradients @ slots) / square
    return bool(np.abs(factor * gradients - slots).max() <= _ROUNDING * np.abs(slots).max())


CAUSE = Cause(("optimizer-state-lost",), detect, likely=("optimizer-state-lost",), stages=(Stage.UPDATE,))
