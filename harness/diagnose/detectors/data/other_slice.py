"""Other slice: one side takes the other end of an array, or the first where the other takes the last."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.apart_lines import lines_apart
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.slices import with_other_slice
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MOST = 5


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that takes a part of an array which the left one takes nowhere.

    The trials take it from the other end, or as the left script takes one, where the sides part first; they would cure
    nothing else.
    """
    left, right = evidence.left.source, evidence.right.source
    if not differs(evidence) or not right or left == right:
        return None
    found = list(islice(with_other_slice(right, left, lines_apart(evidence)), _MOST))
    if not found:
        return None
    return Finding(
        "other-slice",
        Confidence.POSSIBLE,
        f"{evidence.right.name} takes {found[0].was} in line {found[0].line}, {evidence.left.name} nowhere does",
        "take the same part of the array",
        trials=tuple(
            Change(
                f"{each.now} in place of {each.was} in line {each.line}",
                source=each.source,
                shows=f"{evidence.right.name} takes {each.was} in line {each.line}, where it is {each.now} that "
                f"{evidence.left.name} computes with",
                advice=f"take {each.now} in line {each.line}",
            )
            for each in found
        ),
    )


CAUSE = Cause(
    ("other-slice",), detect, stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS), only_confirmed=True
)
