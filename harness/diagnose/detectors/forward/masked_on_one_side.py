"""Masked on one side: layers of the port leave words out that the old script computes with."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.masks import masks_in, without_masks
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

# What a script of TF1 leaves padding out by.
_LENGTHS = ("sequence_length", "sequence_mask", "mask_zero", "Masking(")


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with layers of Keras that mask, and a left one that has no lengths and no mask.

    The trial has them mask nothing, and would cure nothing else.
    """
    left, right = evidence.left, evidence.right
    if not differs(evidence) or any(word in left.source for word in _LENGTHS):
        return None
    lines, text = masks_in(right.source), without_masks(right.source)
    if not lines or text is None:
        return None
    return Finding(
        "masked-on-one-side",
        Confidence.POSSIBLE,
        f"line {lines[0]} of {right.name} masks what is padded, for all layers behind it; {left.name} computes with it",
        "leave mask_zero=True, or the Masking layer, out",
        trials=(Change("nothing masked", source=text),),
    )


CAUSE = Cause(("masked-on-one-side",), detect, stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS), only_confirmed=True)
