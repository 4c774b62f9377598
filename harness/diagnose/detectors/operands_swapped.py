"""Operands swapped: both sides subtract, divide or multiply the same two things, and not in the same order."""

import itertools

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.apart_op import swapped_op
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.operations import with_operands_swapped
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import ObservedLayer
from harness.words.stage import Stage

_MOST, _LONGEST = 4, 80


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and part at two ops of one kind in which the order of operands counts.

    The trials run the right side with the two operands of such an op in that line swapped, by the text of the script,
    and would cure nothing else.
    """
    found = swapped_op(evidence) if differs(evidence) else None
    if found is None:
        return None
    source = evidence.right.source
    texts = itertools.islice(with_operands_swapped(source, found.right.line, _kind(found.right)), _MOST)
    trials = tuple(Change(f"{_short(each.now)} in line {each.line}", source=each.source) for each in texts)
    if not trials and not found.how:
        return None
    of = f", and what comes out is {found.how} the left side's" if found.how else ""
    return Finding(
        "operands-swapped",
        Confidence.LIKELY if found.how else Confidence.POSSIBLE,
        f"of something that both have {evidence.left.name} makes {found.left.named}, {evidence.right.name} "
        f"{found.right.named}{of}",
        "take the operands in the order of the other side",
        trials=trials,
    )


def _kind(op: ObservedLayer) -> str:
    return "MatMul" if "MatMul" in op.kind else op.kind.replace("Div", "RealDiv").replace("RealReal", "Real")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


CAUSE = Cause(
    ("operands-swapped",),
    detect,
    likely=("operands-swapped",),
    stages=(Stage.FORWARD, Stage.LOSS),
    only_confirmed=True,
)
