"""Regularization left out: weights have regularizers, and nobody asks for the losses that come of them."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side of which weights were seen to have regularizers whose losses nobody asked for, where the other side
    asks for its own.

    The trial adds the term to the gradients, and would cure no other cause.
    """
    for place in (Place.RIGHT, Place.LEFT):
        side, other = evidence.side(place), evidence.side(place.other)
        if _unread(side) and behaviours(other, "regularization read"):
            return Finding(
                "regularization-left-out",
                Confidence.LIKELY,
                f"weights of {side.name} have regularizers, and nothing asks for the losses that come of them; "
                f"{other.name} does",
                "add them to the loss: sum(model.losses) in a loop of one's own, "
                "tf.losses.get_regularization_loss() in TF1",
                trials=(Change("the regularizers in the gradients", side=place, patch="regularization"),),
            )
    return None


def _unread(side: Side) -> bool:
    return bool(behaviours(side, "regularizer kept")) and not behaviours(side, "regularization read")


CAUSE = Cause(
    ("regularization-left-out",), detect, witnesses=("watch_regularizers",), stages=(Stage.LOSS, Stage.GRADIENTS)
)
