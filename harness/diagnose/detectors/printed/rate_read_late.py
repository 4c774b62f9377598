"""Rate read late: from TensorFlow 2.11 to 2.15 an optimizer under a schedule shows the rate of its last step, and not
the one to come."""

import ast

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.text.syntax import tree_of
from harness.words.finding import Change, Confidence, Finding, Place

_SHOWS_LAST = ((2, 11), (2, 15))
_NAMES = ("learning_rate", "lr")
_SCHEDULES = ("schedules", "Decay", "LearningRateSchedule")


def detect(evidence: Evidence) -> Finding | None:
    """Find a side on 2.11 to 2.15 that reads ``optimizer.learning_rate`` and has a schedule, beside one that is not, in
    sides that train alike.

    The trial has the optimizer show what its schedule says of the step to come, and would cure nothing else.
    """
    places = [place for place in (Place.LEFT, Place.RIGHT) if _shows_last(evidence.side(place))]
    if len(places) != 1 or not differs(evidence) or not trains_alike(evidence):
        return None
    side = evidence.side(places[0])
    line = _reads_rate(side.source)
    if not line or not any(word in side.source for word in _SCHEDULES):
        return None
    return Finding(
        "rate-read-late",
        Confidence.POSSIBLE,
        f"{names_of(apart_in(evidence))}: line {line} of {side.name} reads the rate of an optimizer under a schedule, "
        "which from TensorFlow 2.11 to 2.15 is that of the step before; elsewhere it is that of the step to come",
        "ask the schedule itself: schedule(optimizer.iterations) is the rate of the step to come in all releases",
        trials=(Change("the rate that the schedule has for the step to come", places[0], patch="rate_to_come"),),
    )


def _shows_last(side: Side) -> bool:
    first, last = _SHOWS_LAST
    return first <= side.release <= last


def _reads_rate(source: str) -> int:
    """The first line that reads such an attribute, 0 where there is none."""
    tree = tree_of(source)
    nodes = ast.walk(tree) if tree is not None else ()
    lines = [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Attribute) and node.attr in _NAMES and isinstance(node.ctx, ast.Load)
    ]
    return min(lines, default=0)


CAUSE = Cause(("rate-read-late",), detect, only_confirmed=True)
