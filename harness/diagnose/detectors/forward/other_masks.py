"""Other masks: both sides drop out alike for some steps, and then other elements, for one has drawn in between."""

from dataclasses import replace

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import differs
from harness.diagnose.facts.left_out import calls_left_out
from harness.watching.watched import StepHeld
from harness.words.finding import Confidence, Finding, Place
from harness.words.stage import Stage

_DRAWS = "Random"


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, agree in their first steps, masks included, and part at the draw of a mask:
    what it is drawn from agrees, so the generators stand elsewhere.

    The trial runs both sides without dropout. It would cure another share as well, which the steps before rule out.
    """
    seen = evidence.watched
    if seen is None or seen.parting is None or not seen.agreeing or not differs(evidence):
        return None
    lines = _drawn(seen.parting)
    calls = [_dropouts(evidence.side(place)) for place in (Place.RIGHT, Place.LEFT)]
    if lines is None or not all(calls):
        return None
    number = seen.parting.number
    return Finding(
        "other-masks",
        Confidence.POSSIBLE,
        f"the masks agree in the steps before step {number}, and from there on {evidence.left.name} draws others "
        f"({lines[0]}) than {evidence.right.name} ({lines[1]})",
        "nothing in the training: a graph draws a mask in each run that asks for it, one with all kept included, and "
        "dropout of Keras draws none without training=True. To compare the rest run both without dropout",
        trials=(replace(calls_left_out([*calls[0], *calls[1]], Place.RIGHT), says="dropout left out", both=True),),
    )


def _drawn(parting: StepHeld) -> tuple[str, str] | None:
    """The two draws at which the forward passes part, by their names and lines; None where they part elsewhere."""
    first = parting.first_apart
    place = first.place if first is not None and first.stage is Stage.FORWARD else None
    if place is None or place.left is None or place.right is None:
        return None
    if _DRAWS not in place.left.kind or _DRAWS not in place.right.kind:
        return None
    return place.left.named, place.right.named


def _dropouts(side: Side) -> list[CallSetting]:
    return [call for call in calls_of(side) if call.kind == "dropout"]


CAUSE = Cause(("other-masks",), detect, witnesses=("watch_calls",), stages=(Stage.FORWARD,), only_confirmed=True)
