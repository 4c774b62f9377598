"""Variables that only one side trains: those of a var_list, of a layer that is frozen, of gradients that are not handed
on."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_MOST_NAMED = 3


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, one of which trains all that the other one trains, and more.

    The trial has the optimizer of that side leave the others as they are, and would cure nothing else.
    """
    if evidence.watched is None or not evidence.watched.pairs.pairs or not differs(evidence):
        return None
    pairs = evidence.watched.pairs
    if bool(pairs.only_left) == bool(pairs.only_right):
        return None
    place = Place.LEFT if pairs.only_left else Place.RIGHT
    names = pairs.only_left or pairs.only_right
    more, fewer = evidence.side(place).name, evidence.side(place.other).name
    named = ", ".join(names[:_MOST_NAMED])
    named += f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return Finding(
        "trained-on-one-side",
        Confidence.POSSIBLE,
        f"{more} trains {named}, which {fewer} leaves as they are"
        if len(names) > 1
        else f"{more} trains {named}, which {fewer} leaves as it is",
        f"train the same variables on both sides: hand the optimizer the gradients of those alone that {fewer} trains"
        if place is Place.RIGHT
        else f"train {named} as well: look for trainable=False, and for the list of variables that gradients are taken "
        "of",
        trials=(Change(f"{named} left alone", place, patch="fewer_trained", arguments={"variables": list(names)}),),
    )


CAUSE = Cause(
    ("trained-on-one-side",), detect, stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS, Stage.UPDATE, Stage.START)
)
