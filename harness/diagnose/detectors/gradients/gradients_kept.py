"""Gradients kept: what gradients are added up in is not set back to zero once they have been applied."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.kept_gradients import keeps_gradients
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, one of which hands on the gradients of the step before with those of its own.

    The trial takes from what its optimizer is handed what it was handed before, and would cure nothing else.
    """
    if evidence.watched is None or not differs(evidence):
        return None
    found = keeps_gradients(evidence.watched)
    if found is None:
        return None
    place, number = found
    mine, other = evidence.side(place).name, evidence.side(place.other).name
    return Finding(
        "gradients-kept",
        Confidence.LIKELY,
        f"the gradients of {mine} in step {number} are those of {other} and, added to them, its own of step "
        f"{number - 1}",
        "set what they are added up in to zero once they are applied: assign(tf.zeros_like(...))"
        if place is Place.RIGHT
        else f"go on adding up as {mine} does, which never begins anew",
        trials=(Change("gradients without those of the steps before", place, patch="sums_begun_anew"),),
    )


CAUSE = Cause(
    ("gradients-kept",), detect, likely=("gradients-kept",), stages=(Stage.GRADIENTS, Stage.FORWARD, Stage.LOSS)
)
