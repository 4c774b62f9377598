"""Validation weights: up to 2.1 Keras weighs the loss of validation by the weights of classes, too."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Change, Confidence, Finding, Place

_WITHOUT = (2, 2)
_GIVEN = re.compile(r"\bvalidation_(split|data)\b")


def detect(evidence: Evidence) -> Finding | None:
    """Find a fit with weights of classes and with validation on both sides of 2.2, in sides that train alike.

    The trials have the newer side weigh its validation by the same weights: what it holds back itself, as any release
    up to 2.1 did, or what it is given as well, as 2.1 did. They would cure nothing else.
    """
    if not differs(evidence) or not trains_alike(evidence):
        return None
    sides = {place: evidence.side(place) for place in (Place.LEFT, Place.RIGHT)}
    newer = [place for place, side in sides.items() if side.release >= _WITHOUT]
    weighs = {place: _weighs(side) for place, side in sides.items()}
    if len(newer) != 1 or not all(weighs.values()):
        return None
    side, line = sides[newer[0]], weighs[newer[0]]
    apart = apart_in(evidence)
    given = "validation_data" in side.source
    return Finding(
        "validation-weights",
        Confidence.POSSIBLE,
        f"{names_of(apart)}: line {line} of {side.name} weighs classes, which weighed the validation, too, before 2.2",
        "give validation_data=(x, y, weights), each example with the weight of its class, to print what the older "
        "release printed; callbacks that choose an epoch by val_loss choose another one without",
        trials=tuple(
            Change(
                f"validation weighed by class_weight{', also where validation_data is given' if each else ''}",
                side=newer[0],
                patch="validation_weighed",
                arguments={"given": each},
            )
            for each in ((False, True) if given else (False,))
        ),
    )


def _weighs(side: Side) -> int:
    """The line of a call that is given weights of classes and validation, 0 where there is none."""
    calls = read_source(side.source).calls
    lines = [call.line for call in calls if "class_weight" in call.keywords and _GIVEN.search(" ".join(call.keywords))]
    return lines[0] if lines else 0


CAUSE = Cause(("validation-weights",), detect, only_confirmed=True)
