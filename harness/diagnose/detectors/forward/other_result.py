"""Other result: a call gives several things, and the port goes on with another one of them."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.apart_lines import lines_apart
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.results import with_other_result
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MOST = 5


def detect(evidence: Evidence) -> Finding | None:
    """Find a right script that hands the results of a call to several names of which it uses one, or two, or that takes
    one of them by its place or name, where the forward pass was seen to part: of most such calls nothing is wrong.

    The trials take another result, or the two exchanged; they would cure nothing else.
    """
    left, right = evidence.left.source, evidence.right.source
    if not differs(evidence) or not right or left == right:
        return None
    lines = lines_apart(evidence)
    found = list(islice(with_other_result(right, left, lines), _MOST)) if lines else []
    if not found:
        return None
    mine = evidence.right.name
    return Finding(
        "other-result",
        Confidence.POSSIBLE,
        f"{mine} goes on with some of what a call gives, {found[0].was} in line {found[0].line}",
        "go on with the result that the left side goes on with",
        trials=tuple(
            Change(
                f"{each.now} in place of {each.was} in line {each.line}",
                source=each.source,
                shows=f"{mine} takes {each.was} in line {each.line} of what a call gives, where it is {each.now} "
                f"that {evidence.left.name} computes with",
                advice=f"write {each.now} in place of {each.was} in line {each.line}",
            )
            for each in found
        ),
    )


CAUSE = Cause(("other-result",), detect, stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS), only_confirmed=True)
