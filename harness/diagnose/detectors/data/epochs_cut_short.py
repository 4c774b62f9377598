"""Epochs cut short: from Keras 3 on an epoch of so many steps ends where an array does, and does not go on with its
first rows."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.keras_3 import place_of_keras_3
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.text.source import line_with_keyword
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side with Keras 3 that calls fit with ``steps_per_epoch``, beside one with an older Keras.

    The trial has fit go on with the first rows of an array where it ends. It would cure nothing else.
    """
    place = place_of_keras_3(evidence)
    if place is None or not differs(evidence):
        return None
    side = evidence.side(place)
    line = line_with_keyword(side.source, "steps_per_epoch", "fit")
    if not line:
        return None
    return Finding(
        "epochs-cut-short",
        Confidence.POSSIBLE,
        f"fit in line {line} of {side.name} ends an epoch where its array ends, from TensorFlow 2.16 on, whatever "
        "steps_per_epoch says; up to 2.15 it went on with the first rows",
        "give fit a data set that is repeated, tf.data.Dataset.from_tensor_slices(...).batch(...).repeat(), or leave "
        "steps_per_epoch out",
        trials=(Change("arrays begun anew within an epoch", place, patch="epochs_go_on"),),
    )


CAUSE = Cause(
    ("epochs-cut-short",),
    detect,
    stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
