"""Trainable set late: what is frozen or thawed behind compile counts from Keras 3 on, and did not before."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.keras_3 import place_of_keras_3
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.trainable import line_set_behind_compile
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side with Keras 3 that sets ``trainable`` behind compile, beside one with an older Keras.

    The trial trains what was trainable when the model was compiled. It would cure nothing else.
    """
    place = place_of_keras_3(evidence)
    if place is None or not differs(evidence):
        return None
    side = evidence.side(place)
    line = line_set_behind_compile(side.source)
    if not line:
        return None
    return Finding(
        "trainable-set-late",
        Confidence.POSSIBLE,
        f"line {line} of {side.name} sets trainable once the model is compiled: from TensorFlow 2.16 on that counts "
        "for a model that was not fitted yet, up to 2.15 it waits for the next compile",
        "call compile behind it, which means the same everywhere; to train as it did, leave it out",
        trials=(Change("what was trainable at compile trained", place, patch="trainable_as_compiled"),),
    )


CAUSE = Cause(
    ("trainable-set-late",),
    detect,
    stages=(Stage.START, Stage.GRADIENTS, Stage.UPDATE, Stage.FORWARD, Stage.LOSS),
    only_confirmed=True,
)
