"""Loss scaled: the first loss of a log is a whole number of times the port's, and so are all gradients."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.first_loss import times_of_first_loss
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding


def detect(evidence: Evidence) -> Finding | None:
    """Find a log whose first loss is a whole number of times that of the right script, or of which that one's is.

    The trial multiplies all gradients by that number, and the loss may be off by it: it would cure a rate that is off
    by it as well, which no first loss tells.
    """
    found = times_of_first_loss(evidence) if differs(evidence) and evidence.right.source else None
    if found is None:
        return None
    name, times = found
    sides = (evidence.left.name, evidence.right.name)
    larger, smaller = sides if times > 1 else sides[::-1]
    return Finding(
        "loss-scaled",
        Confidence.POSSIBLE,
        f"the first {name} of {larger} is {max(times, 1 / times):g} times that of {smaller}, a whole number",
        f"reduce the loss of {evidence.right.name} as the script behind the log did: look for a sum in place of a mean "
        "and for what is divided by the number of rows a second time",
        trials=(
            Change(
                f"gradients of {times:g} times the size",
                patch="gradients_scaled",
                arguments={"factor": times},
                scales=True,
            ),
        ),
    )


CAUSE = Cause(("loss-scaled",), detect, only_confirmed=True)
