"""Approximated GELU: by tanh on one side, as the first models had it, and by the error function on the other."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_BY_TANH = re.compile(r"0?\.0447\d*|approximate\s*=\s*True|gelu_(?:new|tanh|approx)|gelu[^\n]*,\s*True\)")
_BY_ERF = re.compile(r"\berf\(|approximate\s*=\s*False")
_OF_TENSORFLOW = re.compile(r"""["']gelu["']|\bnn\.gelu\b|\bactivations\.gelu\b|\bops\.gelu\b""")


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script with the GELU of TensorFlow, of one form, and a left one with the other form, or a log.

    The trial has TensorFlow take the other form everywhere, and would cure nothing else; less than all shows nothing.
    """
    left, right = evidence.left, evidence.right
    found = _OF_TENSORFLOW.search(right.source)
    if not differs(evidence) or found is None:
        return None
    mine, other = _is_approximated(right), _is_approximated(left) if left.source else not _is_approximated(right)
    if other is None or mine == other:
        return None
    line = right.source.count("\n", 0, found.start()) + 1
    forms = {True: "the approximation by tanh", False: "the error function"}
    says = f"that of {left.name} by {forms[other]}" if left.source else f"of {left.name} nobody knows it"
    return Finding(
        "gelu-approximation",
        Confidence.POSSIBLE,
        f"the GELU of {right.name} (line {line}) goes by {forms[bool(mine)]}, {says}",
        f"give tf.nn.gelu approximate={other}: activation=lambda x: tf.nn.gelu(x, approximate={other})",
        trials=(Change(f"approximate={other} in gelu", patch="gelu_form", arguments={"approximate": other}),),
    )


def _is_approximated(side: Side) -> bool | None:
    """Whether a script has the approximation; None where it has no GELU."""
    if _BY_TANH.search(side.source):
        return True
    return False if _OF_TENSORFLOW.search(side.source) or _BY_ERF.search(side.source) else None


CAUSE = Cause(("gelu-approximation",), detect, stages=(Stage.FORWARD, Stage.LOSS), only_confirmed=True)
