"""Probabilities clipped: a cross entropy by hand keeps them from zero by another number than Keras' losses do."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_SMALL = re.compile(r"\b(?:1e-0?\d+|1\.0?e-0?\d+|0\.0{3,}1)\b")
_LOG = re.compile(r"\blog\(")
# By what Keras keeps probabilities from zero.
_KERAS = 1e-7
_ENTROPIES = re.compile(r"\w*[Cc]ross_?[Ee]ntropy")
_MOST = 2


def detect(evidence: Evidence) -> Finding | None:
    """Find a left script that takes the logarithm of what a small number keeps from zero, and a right one that has
    Keras compute a cross entropy.

    The trials give Keras that number, and would cure nothing else; less than all shows nothing.
    """
    left, right = evidence.left, evidence.right
    if not differs(evidence) or "keras" not in right.source or not _ENTROPIES.search(right.source):
        return None
    found = [
        (number, place)
        for place, line in enumerate(left.source.split("\n"), start=1)
        if _LOG.search(line)
        for text in _SMALL.findall(line)
        if (number := float(text)) != _KERAS
    ]
    if not found:
        return None
    return Finding(
        "probabilities-clipped",
        Confidence.POSSIBLE,
        f"line {found[0][1]} of {left.name} keeps probabilities from zero by {found[0][0]:g}, losses of Keras by "
        f"{_KERAS:g}: where one comes that near, the logarithm and its gradient are others",
        "compute the loss from logits on both sides; or clip by the same number, by hand or with "
        "tf.keras.backend.set_epsilon",
        trials=tuple(
            Change(f"{number:g} for Keras' {_KERAS:g}", patch="keras_epsilon", arguments={"epsilon": number})
            for number in dict.fromkeys(each for each, _ in found[:_MOST])
        ),
    )


CAUSE = Cause(
    ("probabilities-clipped",),
    detect,
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
