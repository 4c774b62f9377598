"""Monitor unknown: callbacks go by a metric's name of TensorFlow 1, which no epoch of TensorFlow 2 has."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.monitored import with_new_names
from harness.words.finding import Change, Confidence, Finding


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script on TensorFlow 2, of a left one on 1, that asks for ``acc`` or ``val_acc`` where its metric is
    compiled as ``accuracy``: what asks for it only warns, and does nothing.

    The trial runs it with the new names, and would cure nothing else.
    """
    left, right = evidence.left, evidence.right
    if not differs(evidence) or not _is_of(left, "1") or not _is_of(right, "2"):
        return None
    found = with_new_names(right.source)
    if found is None:
        return None
    return Finding(
        "monitor-unknown",
        Confidence.POSSIBLE,
        f"line {found.line} of {right.name} goes by {found.name}, which no epoch of TensorFlow {right.tensorflow} has: "
        f"the metric that is compiled as accuracy is called {found.new} there, and was {found.name} in {left.name}",
        f"go by {found.new}",
        trials=(Change(f"{found.new} in place of {found.name}", source=found.source),),
    )


def _is_of(side: Side, major: str) -> bool:
    return side.tensorflow.partition(".")[0] == major


CAUSE = Cause(("monitor-unknown",), detect, only_confirmed=True)
