"""Data begun anew: each epoch, or each step, takes the first batches of a data set, where they went on before."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.begun_anew import iterators_in_loops
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that begins a data set anew in a loop, and takes a part of it.

    The trial has the data set go on where it stopped, and would cure nothing else; less than all shows nothing.
    """
    right = evidence.right
    if not differs(evidence) or right.source == evidence.left.source or "Dataset" not in right.source:
        return None
    found = iterators_in_loops(right.source)
    if not found:
        return None
    first = found[0]
    return Finding(
        "data-begun-anew",
        Confidence.POSSIBLE,
        f"line {first.line} of {right.name} ({first.text}) begins the data set anew each time: it gives the same first "
        "batches again, or draws them anew",
        "make the iterator once, before the loop (batches = iter(dataset)), and ask it for the next one",
        trials=(Change("data sets that go on where they stopped", patch="data_goes_on"),),
    )


CAUSE = Cause(
    ("data-begun-anew",),
    detect,
    stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
