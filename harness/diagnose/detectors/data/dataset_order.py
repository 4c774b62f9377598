"""Dataset order: both sides repeat, shuffle and batch, one after the other, and not in one order."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.chains import Link, chains_of, in_order_of
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a data set of both scripts of which the same methods are called in another order.

    The trial runs the right script with the left one's order, and would cure nothing else; less than all shows nothing.
    """
    left, right = evidence.left, evidence.right
    if not differs(evidence) or left.source == right.source:
        return None
    mine, theirs = chains_of(left.source), chains_of(right.source)
    if len(mine) != len(theirs):
        return None
    for one, two in zip(mine, theirs, strict=True):
        changed = in_order_of(right.source, [link.method for link in one], two)
        if changed is not None:
            order = " before ".join(link.method for link in one)
            return Finding(
                "dataset-order",
                Confidence.POSSIBLE,
                f"{left.name} calls {_told(one)}; {right.name} {_told(two)}",
                f"call {order}: what comes after works on what comes before, so that a batch before a repeat ends with "
                "each epoch, and a shuffle after a batch moves whole batches",
                trials=(Change(f"{order} in line {two[0].line}", source=changed),),
            )
    return None


def _told(chain: tuple[Link, ...]) -> str:
    return ", then ".join(f"{link.method} (line {link.line})" for link in chain)


CAUSE = Cause(
    ("dataset-order",),
    detect,
    stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
