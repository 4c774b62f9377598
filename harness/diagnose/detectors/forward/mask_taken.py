"""Mask taken: from Keras 3 on MultiHeadAttention takes the masks off the tensors that it is given."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.keras_3 import place_of_keras_3
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MASKS = ("mask_zero", "mask_value")


def detect(evidence: Evidence) -> Finding | None:
    """Find a side with Keras 3 that gives MultiHeadAttention what has a mask, beside one with an older Keras.

    The trial leaves tensors their masks. It would cure nothing else.
    """
    place = place_of_keras_3(evidence)
    if place is None or not differs(evidence):
        return None
    side = evidence.side(place)
    calls = read_source(side.source).calls
    attention = next((call for call in calls if call.method == "MultiHeadAttention"), None)
    is_masked = any(call.method == "Masking" or set(_MASKS) & set(call.keywords) for call in calls)
    if attention is None or not is_masked:
        return None
    return Finding(
        "mask-taken",
        Confidence.POSSIBLE,
        f"MultiHeadAttention in line {attention.line} of {side.name} takes the masks off what it is given, from "
        "TensorFlow 2.16 on: layers that are given the same behind it count what is masked",
        "give those layers the mask themselves (mask=...), or build the model by the functional API, which keeps it",
        trials=(Change("masks left where MultiHeadAttention is given them", place, patch="masks_kept"),),
    )


CAUSE = Cause(("mask-taken",), detect, stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS), only_confirmed=True)
