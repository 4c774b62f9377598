"""Other operation: both sides make something of the same array, and not the same: tanh and relu, a sum and a mean."""

import itertools

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.apart_op import OtherOp, other_op
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.operations import with_operation
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MOST = 6


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and part at two ops of another kind, which are made from the same array and of
    which both go on to make the same.

    The trials run the right side with the left one's operation in its place, by the text of the script, and would cure
    nothing else.
    """
    if not differs(evidence):
        return None
    found = other_op(evidence)
    if found is None:
        return None
    left, right = evidence.left, evidence.right
    return Finding(
        "other-operation",
        Confidence.LIKELY,
        f"of the same array {left.name} makes {_named(found.left.kind, found.left.line)}, "
        f"{right.name} {_named(found.right.kind, found.right.line)}",
        f"take {found.left.kind} in place of {_named(found.right.kind, found.right.line)}",
        trials=_trials(found, evidence),
    )


def _named(kind: str, line: int | None) -> str:
    return kind if line is None else f"{kind} (line {line})"


def _trials(found: OtherOp, evidence: Evidence) -> tuple[Change, ...]:
    source = evidence.right.source
    if not source or source == evidence.left.source:
        return ()
    texts = itertools.islice(with_operation(source, found.right.line, found.right.kind, found.left.kind), _MOST)
    return tuple(Change(f"{each.now} in place of {each.was} in line {each.line}", source=each.source) for each in texts)


CAUSE = Cause(
    ("other-operation",),
    detect,
    likely=("other-operation",),
    stages=(Stage.FORWARD, Stage.LOSS),
    only_confirmed=True,
)
