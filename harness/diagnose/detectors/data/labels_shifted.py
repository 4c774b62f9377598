"""Labels shifted: classes that one side counts from one and the other from zero."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import ObservedLayer
from harness.words.stage import Stage

# What classes as whole numbers go into; the numbers themselves are not seen.
_OF_CLASSES = ("OneHot", "SparseSoftmaxCrossEntropyWithLogits")


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and part where both make something of classes, by ops of one kind.

    The trials take one from the classes of the right side, and add one; they would cure nothing else.
    """
    parting = evidence.parting
    first = parting.first_apart if parting is not None else None
    if first is None or first.place is None or not differs(evidence):
        return None
    left, right = first.place.left, first.place.right
    if left is None or right is None or left.kind != right.kind or left.kind not in _OF_CLASSES:
        return None
    return Finding(
        "labels-shifted",
        Confidence.POSSIBLE,
        f"{_where(left)} of {evidence.left.name} and {_where(right)} of {evidence.right.name} make other things of "
        "classes, and what else they are made from agrees",
        "count the classes from the same number on both sides",
        trials=tuple(_trial(by, left, right, evidence) for by in (-1, 1)),
    )


def _trial(by: int, left: ObservedLayer, right: ObservedLayer, evidence: Evidence) -> Change:
    more = "larger" if by < 0 else "smaller"
    return Change(
        f"{'1 taken from' if by < 0 else '1 added to'} the classes",
        patch="labels_shifted",
        arguments={"by": by},
        shows=f"the classes that {_where(right)} of {evidence.right.name} is given are {more} by 1 than those that "
        f"{_where(left)} of {evidence.left.name} is given",
        advice=f"{'take 1 from' if by < 0 else 'add 1 to'} them, as the left side does",
    )


def _where(op: ObservedLayer) -> str:
    return op.kind if op.line is None else f"{op.kind} in line {op.line}"


CAUSE = Cause(("labels-shifted",), detect, stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS), only_confirmed=True)
