"""Best weights: from Keras 3 on EarlyStopping gives them back also where a fit comes to its last epoch."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import apart_in, differs, trains_alike
from harness.diagnose.sources.source import read_source
from harness.words.finding import Change, Confidence, Finding, Place


def detect(evidence: Evidence) -> Finding | None:
    """Find an EarlyStopping with ``restore_best_weights`` on both sides of 2.16, in sides that train alike.

    The trial leaves the newer side the weights of its last epoch where the callback did not stop it. It would cure
    nothing else.
    """
    if not differs(evidence) or not trains_alike(evidence):
        return None
    sides = {place: evidence.side(place) for place in (Place.LEFT, Place.RIGHT)}
    newer = [place for place, side in sides.items() if side.has_keras_3]
    lines = {place: _restores(side) for place, side in sides.items()}
    if len(newer) != 1 or not all(lines.values()):
        return None
    side, line = sides[newer[0]], lines[newer[0]]
    apart = apart_in(evidence)
    return Finding(
        "best-weights",
        Confidence.POSSIBLE,
        f"{names_of(apart)}: line {line} of {side.name} gives the best weights back at the end of fit; up to 2.15 it "
        "does only where it stops the training",
        "keep it: the best weights are what the script asks for, and what 2.15 and before did not give; to go on with "
        "those of the last epoch, leave restore_best_weights out",
        trials=(
            Change("the best weights given back only where EarlyStopping stops", newer[0], patch="last_weights_kept"),
        ),
    )


def _restores(side: Side) -> int:
    """The line of a call that is told to give the best weights back, 0 where there is none."""
    calls = read_source(side.source).calls
    return next((call.line for call in calls if "restore_best_weights" in call.keywords), 0)


CAUSE = Cause(("best-weights",), detect, only_confirmed=True)
