"""Inputs scaled: pixels divided by 255, values brought between -1 and 1 or standardised, on one side alone."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.inputs import scaled_input
from harness.diagnose.evidence.shape import differs
from harness.watching.things import brief
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, and part where one computes with an array that is the other's but for a scale
    and a shift.

    The trials give one side inputs by which both compute with the same, and would cure nothing else.
    """
    if not differs(evidence):
        return None
    found = scaled_input(evidence)
    if found is None:
        return None
    left, right = evidence.left.name, evidence.right.name
    trials = tuple(
        Change(
            f"its input {factor}",
            place,
            patch="inputs_scaled",
            arguments={"shape": list(shape), "names": list(names), "scale": factor.scale, "shift": factor.shift},
        )
        for place, shape, names, factor in found.changes
    )
    return Finding(
        "inputs-scaled",
        Confidence.POSSIBLE,
        f"{right} computes with {brief(found.right)}, which is what {left} computes with, {brief(found.left)}, "
        f"{found.factor}",
        f"scale the inputs of {right} as {left} does: {found.factor.back}",
        trials=trials,
    )


# Weights that begin with zeros make the same of all inputs; their gradients do not.
CAUSE = Cause(("inputs-scaled",), detect, stages=(Stage.DATA, Stage.FORWARD, Stage.GRADIENTS))
