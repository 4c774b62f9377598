"""Regularization left out: weights have regularizers, and nobody asks for the losses that come of them."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.calls import calls_of
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.facts.left_out import calls_left_out
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side of which weights were seen to have regularizers whose losses nobody asked for, where the other side
    asks for its own.

    The trials add the term to the gradients, or leave it out on the other side, whose printed loss may have it; they
    would cure no other cause.
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
                trials=(
                    Change("the regularizers in the gradients", side=place, patch="regularization"),
                    *_without(other, place.other),
                ),
            )
    return None


def _without(side: Side, place: Place) -> tuple[Change, ...]:
    """The side without the regularizers that its script was seen to make, if it was."""
    calls = [call for call in calls_of(side) if call.kind == "regularizer"]
    return (calls_left_out(calls, place),) if calls else ()


def _unread(side: Side) -> bool:
    return bool(behaviours(side, "regularizer kept")) and not behaviours(side, "regularization read")


CAUSE = Cause(
    ("regularization-left-out",),
    detect,
    witnesses=("watch_regularizers", "watch_calls"),
    stages=(Stage.LOSS, Stage.GRADIENTS),
)
