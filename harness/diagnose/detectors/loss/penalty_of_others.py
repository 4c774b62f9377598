"""Penalty of others: both sides penalize weights, and one of them more: biases, or what batch norm scales by."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.penalized import penalized_in
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_MOST_NAMED = 3


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, both of which add sums of squares of variables to their loss, one of more
    variables than the other.

    The trial runs that side with ``tf.nn.l2_loss`` of these being nothing, and would cure nothing else.
    """
    parting = evidence.parting
    if evidence.watched is None or parting is None or parting.both is None or not differs(evidence):
        return None
    left, right = (penalized_in(step) for step in parting.both)
    pairs = [(pair.left, pair.right) for pair in evidence.watched.pairs.pairs]
    on_left = [one for one, two in pairs if one in left and two not in right]
    on_right = [two for one, two in pairs if two in right and one not in left]
    if bool(on_left) == bool(on_right) or not any(one in left and two in right for one, two in pairs):
        return None
    place, names = (Place.LEFT, on_left) if on_left else (Place.RIGHT, on_right)
    line = (left if on_left else right)[names[0]]
    told = ", ".join(names[:_MOST_NAMED])
    told += f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    more, fewer = evidence.side(place).name, evidence.side(place.other).name
    where = f" (line {line})" if line is not None else ""
    trial = Change(f"no penalty of {told}", place, patch="fewer_penalized", arguments={"variables": names})
    return Finding(
        "penalty-of-others",
        Confidence.LIKELY,
        f"{more} penalizes {told} as well{where}, {fewer} does not",
        "penalize the same variables on both sides: those whose name has no `bias` in it, or `kernel` alone",
        trials=(trial,),
    )


CAUSE = Cause(
    ("penalty-of-others",), detect, likely=("penalty-of-others",), stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS)
)
