"""Regularizer late: a layer gets one when its weight exists already, and never makes a loss of it."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side of which a layer was seen to get a regularizer when its weight was there already, where no layer of
    the other side does.

    The trial adds the term to the layer's losses, and would cure no other cause.
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
    return None


CAUSE = Cause(
    ("regularizer-late",),
    detect,
    likely=("regularizer-late",),
    witnesses=("watch_regularizers",),
    stages=(Stage.LOSS, Stage.GRADIENTS),
)
