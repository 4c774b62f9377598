"""Best weights: EarlyStopping gives them back only where it is told to, and from Keras 3 on also where a fit comes to
its last epoch."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.keras_3 import place_of_keras_3
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.changed.keywords import with_keyword
from harness.diagnose.sources.text.source import line_with_keyword, read_source
from harness.words.finding import Change, Confidence, Finding, Place


def detect(evidence: Evidence) -> Finding | None:
    """Find an EarlyStopping with ``restore_best_weights`` on both sides of 2.16, or of the right side without it, in
    sides that train alike.

    The trial leaves the newer side the weights of its last epoch where the callback did not stop it; or has that of the
    right one give the best ones back. Neither would cure anything else.
    """
    if not differs(evidence) or not trains_alike(evidence):
        return None
    sides = {place: evidence.side(place) for place in (Place.LEFT, Place.RIGHT)}
    newer = place_of_keras_3(evidence)
    lines = {place: line_with_keyword(side.source, "restore_best_weights") for place, side in sides.items()}
    if newer is None or not all(lines.values()):
        return _not_given_back(evidence)
    side, line = sides[newer], lines[newer]
    apart = apart_in(evidence)
    return Finding(
        "best-weights",
        Confidence.POSSIBLE,
        f"{names_of(apart)}: line {line} of {side.name} gives the best weights back at the end of fit; up to 2.15 it "
        "does only where it stops the training",
        "keep it: the best weights are what the script asks for, and what 2.15 and before did not give; to go on with "
        "those of the last epoch, leave restore_best_weights out",
        trials=(
            Change("the best weights given back only where EarlyStopping stops", newer, patch="last_weights_kept"),
        ),
    )


def _not_given_back(evidence: Evidence) -> Finding | None:
    right = evidence.right
    calls = [call for call in read_source(right.source).calls if call.method == "EarlyStopping"]
    text = with_keyword(right.source, "EarlyStopping", "restore_best_weights", "True") if calls else None
    if text is None:
        return None
    return Finding(
        "best-weights",
        Confidence.POSSIBLE,
        f"{names_of(apart_in(evidence))}: EarlyStopping in line {calls[0].line} of {right.name} stops, and leaves the "
        f"model the weights of the last epoch; {evidence.left.name} goes on with others",
        "give it restore_best_weights=True",
        trials=(Change("restore_best_weights=True in EarlyStopping", source=text),),
    )


CAUSE = Cause(("best-weights",), detect, only_confirmed=True)
