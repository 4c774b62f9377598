"""Frozen batch norm: a layer with trainable=False is in inference mode in TF2, whatever flag it is called with."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed, verb
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side of which a frozen batch normalization was seen to be called with training=True, where the other side
    has none.

    The trial has it normalize by the batch, and would cure no other cause.
    """
    for place in (Place.RIGHT, Place.LEFT):
        side = evidence.side(place)
        frozen = behaviours(side, "frozen and training")
        if not frozen or behaviours(evidence.side(place.other), "frozen and training"):
            continue
        names = [each["layer"] for each in frozen]
        return Finding(
            "frozen-batch-norm",
            Confidence.LIKELY,
            f"line {frozen[0]['line']} of {side.name}: trainable is False for {listed(names)}, which "
            f"{verb(names, 'is', 'are')} called with training=True: in TF2 that is inference, where TF1 takes the "
            "statistics of the batch",
            "leave the layer trainable, and its gamma and beta out of the variables that are trained",
            trials=(
                Change(
                    "frozen batch normalization in training mode",
                    side=place,
                    patch="training_mode",
                    arguments={"frozen": True},
                ),
            ),
        )
    return None


CAUSE = Cause(
    ("frozen-batch-norm",),
    detect,
    witnesses=("watch_training_flags",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS, Stage.STATISTICS),
)
