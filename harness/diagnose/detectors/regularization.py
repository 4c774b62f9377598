"""Regularization: a regularizer that comes too late for its weight, or whose losses nobody asks for."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side of which a layer was seen to get a regularizer when its weight was there already, or weights to have
    regularizers whose losses nobody asked for, where the other side asks for its own.

    The trials add the term to the layer's losses, or to the gradients, and would cure no other cause.
    """
    for place in (Place.RIGHT, Place.LEFT):
        side, other = evidence.side(place), evidence.side(place.other)
        late = behaviours(side, "regularizer late")
        if late and not behaviours(other, "regularizer late"):
            names = list(dict.fromkeys(f"{each['layer']}.{each['name']}" for each in late))
            return Finding(
                "regularizer-late",
                Confidence.LIKELY,
                f"line {late[0]['line']} of {side.name} sets {listed(names)} of layers whose weights exist already: "
                "it is kept, and never becomes a loss",
                "give the regularizer to the layer when it is made",
                trials=(
                    Change(
                        "these regularizers in the layers' losses",
                        side=place,
                        patch="regularization",
                        arguments={"late": True},
                    ),
                ),
            )
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
    ("regularizer-late", "regularization-left-out"),
    detect,
    likely=("regularizer-late",),
    witnesses=("watch_regularizers",),
    stages=(Stage.LOSS,),
)
