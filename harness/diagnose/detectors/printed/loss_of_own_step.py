"""Loss of an own step: Keras 3 tells 0 for a ``loss`` that a model's own train_step gives back."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.keras_3 import place_of_keras_3
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.said.own_steps import line_of_own_loss
from harness.words.finding import Change, Confidence, Finding


def detect(evidence: Evidence) -> Finding | None:
    """Find a side with Keras 3 whose model has a train_step that gives a ``loss`` back, beside one with an older Keras,
    in sides that train alike.

    The trial has fit tell what that step gives back. It would cure nothing else.
    """
    if not differs(evidence) or not trains_alike(evidence):
        return None
    place = place_of_keras_3(evidence)
    line = line_of_own_loss(evidence.side(place).source) if place is not None else 0
    if place is None or not line:
        return None
    return Finding(
        "loss-of-own-step",
        Confidence.POSSIBLE,
        f"{names_of(apart_in(evidence))}: train_step of {evidence.side(place).name} gives back a loss of its own in "
        f"line {line}; from TensorFlow 2.16 on the model has a metric of that name, and fit tells that one",
        "keep a metric for it, tf.keras.metrics.Mean(name='loss'), update it in train_step and name it in the model's "
        "metrics; or give the loss back under another name",
        trials=(Change("what train_step gives back told by fit", place, patch="logs_as_returned"),),
    )


CAUSE = Cause(("loss-of-own-step",), detect, only_confirmed=True)
