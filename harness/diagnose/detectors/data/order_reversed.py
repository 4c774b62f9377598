"""Order reversed: one side works its data out from the end of a sequence, the other from its beginning."""

from itertools import islice

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.directions import backwards_in, with_loops_turned
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_MOST = 4


def detect(evidence: Evidence) -> Finding | None:
    """Find two scripts of which one goes backwards in more places.

    The trials have each loop of the right script go from the other end, and would cure nothing else.
    """
    left, right = evidence.left, evidence.right
    if not differs(evidence) or not (left.source and right.source) or left.source == right.source:
        return None
    mine, theirs = backwards_in(left.source), backwards_in(right.source)
    found = list(islice(with_loops_turned(right.source), _MOST)) if len(mine) != len(theirs) else []
    if not found:
        return None
    one, two = (left, right) if len(mine) > len(theirs) else (right, left)
    return Finding(
        "order-reversed",
        Confidence.POSSIBLE,
        f"{one.name} goes backwards in line {(mine if one is left else theirs)[0]}, {two.name} does not",
        "go through the sequence in the same direction",
        trials=tuple(Change(f"for … in {each.now} in line {each.line}", source=each.source) for each in found),
    )


CAUSE = Cause(
    ("order-reversed",), detect, stages=(Stage.DATA, Stage.START, Stage.FORWARD, Stage.LOSS), only_confirmed=True
)
