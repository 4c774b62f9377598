"""Masked loss: Keras divides the loss of a masked sequence by its real cells, or by all of them, by its release."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MASKS = re.compile(r"mask_zero\s*=\s*True|\bMasking\(|\bcompute_mask\b")


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script whose layers mask what Keras computes a loss of.

    The trial divides that loss by all cells, and would cure nothing else; less than all shows nothing.
    """
    right = evidence.right
    if not differs(evidence) or right.tensorflow.startswith(("0.", "1.")):
        return None
    found = _MASKS.search(right.source)
    if found is None:
        return None
    line = right.source.count("\n", 0, found.start()) + 1
    return Finding(
        "masked-loss",
        Confidence.POSSIBLE,
        f"line {line} of {right.name} masks, and Keras of TensorFlow {right.tensorflow} divides the loss by the cells "
        f"that are not masked; {evidence.left.name} divides it by all",
        "multiply the loss by the share of cells that are not masked, or compute it without the mask: "
        "reduction='none', times the mask, and then the mean",
        trials=(Change("masked losses divided by all cells", patch="masks_divide_by_all"),),
    )


CAUSE = Cause(("masked-loss",), detect, stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS), only_confirmed=True)
