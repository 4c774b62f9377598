"""The release: one program that computes otherwise in another TensorFlow, for no cause that has a name yet."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.sources.said.otherwise import otherwise_text
from harness.words.finding import Change, Confidence, Finding


def detect(evidence: Evidence) -> Finding | None:
    """Suspect the release where one script ran on two of them, and can be run in the left one's environment.

    The trial changes all that a release does, and would cure whatever is made by it: so it is asked last, and not tried
    where another cause is confirmed. What it uses that was measured to be otherwise is told of, for that is where to
    look first.
    """
    left, right = evidence.left, evidence.right
    if left.origin is None or right.origin is None or right.failure is not None:
        return None
    if left.origin.python == right.origin.python or left.tensorflow == right.tensorflow:
        return None
    if left.source != right.source:
        return None
    ran = f"{left.name} ran on TensorFlow {left.tensorflow}, {right.name} on {right.tensorflow}"
    measured = otherwise_text(right.source, left.tensorflow, right.tensorflow)
    return Finding(
        "other-release",
        Confidence.POSSIBLE,
        f"{ran}; {measured}" if measured else ran,
        f"the script computes what it should on TensorFlow {left.tensorflow}; `harness bisect` finds the release "
        "that changed it",
        trials=(Change(f"TensorFlow {left.tensorflow} in place of {right.tensorflow}", elsewhere=True),),
    )


CAUSE = Cause(("other-release",), detect, general=True)
