"""Inputs rearranged: images transposed or mirrored on one side, colours in another order, zeros at the other end."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.rearranged import rearranged_input
from harness.diagnose.evidence.shape import differs
from harness.watching.things import brief
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, and part where one computes with an array that holds the other's numbers in
    another order within each row.

    The trial gives the right side inputs in the left one's order, and would cure nothing else.
    """
    if not differs(evidence):
        return None
    found = rearranged_input(evidence)
    if found is None:
        return None
    left, right = evidence.left.name, evidence.right.name
    arguments = {
        "shape": list(found.right.shape[1:]),
        "names": [found.name] if found.name else [],
        "how": dict(found.how),
    }
    return Finding(
        "inputs-rearranged",
        Confidence.LIKELY,
        f"{left} computes with {brief(found.left)}, which is what {right} computes with, {brief(found.right)}, "
        f"{found.says}",
        f"lay the inputs of {right} out as {left} does: {found.says}",
        trials=(Change(f"its input {found.says}", patch="inputs_scaled", arguments=arguments),),
    )


CAUSE = Cause(
    ("inputs-rearranged",),
    detect,
    likely=("inputs-rearranged",),
    stages=(Stage.DATA, Stage.FORWARD, Stage.GRADIENTS),
)
