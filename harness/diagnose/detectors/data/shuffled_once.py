"""Shuffled once: one side draws a new order for each epoch, the other one order for all of them."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.shuffles import shuffles_in_loops, with_shuffles_moved
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MOST = 3


def detect(evidence: Evidence) -> Finding | None:
    """Find two scripts that shuffle by NumPy or Python, one within its loop and the other before it.

    The trials have the right one shuffle where the left one does, and would cure nothing else.
    """
    left, right = evidence.left, evidence.right
    if not differs(evidence) or not (left.source and right.source) or left.source == right.source:
        return None
    mine, theirs = shuffles_in_loops(left.source), shuffles_in_loops(right.source)
    if bool(mine[1]) == bool(theirs[1]) or not any(mine) or not any(theirs):
        return None
    into = bool(mine[1])
    found = list(islice(with_shuffles_moved(right.source, into=into), _MOST))
    if not found:
        return None
    here, there = (mine[1], theirs[0]) if into else (mine[0], theirs[1])
    says = (
        f"{left.name} shuffles in each turn of its loop (line {here}), {right.name} once before it (line {there})"
        if into
        else f"{left.name} shuffles once before its loop (line {here}), {right.name} in each turn of it (line {there})"
    )
    where = "in each turn of the loop" if into else "once before the loop"
    return Finding(
        "shuffled-once",
        Confidence.POSSIBLE,
        says,
        f"shuffle {where}",
        trials=tuple(Change(f"what line {each.line} shuffles done {where}", source=each.source) for each in found),
    )


CAUSE = Cause(
    ("shuffled-once",), detect, stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS), only_confirmed=True
)
