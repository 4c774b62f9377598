"""Shuffled on one side: one script shuffles its rows, and the other goes through them as they lie."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.keywords import with_keyword
from harness.diagnose.sources.text.source import Call, read_source
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_SHUFFLES = frozenset({"permutation", "shuffle", "random_shuffle", "permuted"})


def detect(evidence: Evidence) -> Finding | None:
    """Find a call that shuffles in the text of one side alone, or a fit that nobody told not to.

    The trial runs that side with every shuffle leaving the order as it is, its draws made all the same, or with a fit
    that does not shuffle; it would cure nothing else, and nothing less than all numbers is told.
    """
    if not differs(evidence) or not (evidence.left.source and evidence.right.source):
        return None
    left, right = _shuffles(evidence.left), _shuffles(evidence.right)
    if not left and not right:
        return _by_fit(evidence)
    if bool(left) == bool(right):
        return None
    place, calls = (Place.LEFT, left) if left else (Place.RIGHT, right)
    one, other = evidence.side(place).name, evidence.side(place.other).name
    return Finding(
        "shuffled-on-one-side",
        Confidence.POSSIBLE,
        f"{one} shuffles: {calls[0].method} in line {calls[0].line}; {other} does not",
        "shuffle on both sides, by the same generator and seed, or on neither",
        trials=(Change("nothing shuffled", place, patch="unshuffled"),),
    )


def _by_fit(evidence: Evidence) -> Finding | None:
    """A right script with a fit of Keras, which shuffles arrays unless it is told otherwise; the left one has none."""
    fits = [call for call in read_source(evidence.right.source).calls if call.method == "fit"]
    shuffling = [call for call in fits if "shuffle" not in call.keywords]
    if not shuffling or any(call.method == "fit" for call in read_source(evidence.left.source).calls):
        return None
    text = with_keyword(evidence.right.source, "fit", "shuffle", "False")
    return Finding(
        "shuffled-on-one-side",
        Confidence.POSSIBLE,
        f"fit shuffles its rows in each epoch (line {shuffling[0].line} of {evidence.right.name}); "
        f"{evidence.left.name} goes through them in one order",
        "give fit shuffle=False: its default is True for arrays",
        trials=(Change("shuffle=False in fit", source=text),) if text is not None else (),
    )


def _shuffles(side: Side) -> list[Call]:
    return [call for call in read_source(side.source).calls if call.method in _SHUFFLES]


CAUSE = Cause(("shuffled-on-one-side",), detect, stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS), only_confirmed=True)
