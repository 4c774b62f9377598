"""Clipped, not used: gradients are clipped, and the optimizer is handed those that they were clipped from."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_KINDS = ("clipping", "clip")


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that both clip, as their calls were seen, one of them by a function whose result may go nowhere.

    The trials hand the optimizers of one side what its calls have put out in place of what these were given, the right
    one first; they would cure nothing else, and change nothing where the script does it itself.
    """
    if not differs(evidence):
        return None
    clips = {place: _clips(evidence, place) for place in Place}
    if not all(clips.values()):
        return None
    called = [(place, call) for place in (Place.RIGHT, Place.LEFT) for call in clips[place] if _is_function(call)]
    firsts = dict(reversed(called))
    trials = tuple(
        Change(
            "what was clipped handed to the optimizer",
            place,
            patch="clipped_handed_on",
            shows=_says(firsts[place], evidence, place),
            advice="" if place is Place.RIGHT else "hand on what was not clipped, as the left side does, or mend that",
        )
        for place in (Place.RIGHT, Place.LEFT)
        if place in firsts
    )
    if not trials:
        return None
    return Finding(
        "clipped-not-used",
        Confidence.POSSIBLE,
        trials[0].shows,
        "hand the clipped gradients to apply_gradients: a function that clips changes nothing of what it is given",
        trials=trials,
    )


def _clips(evidence: Evidence, place: Place) -> list[CallSetting]:
    return [call for call in calls_of(evidence.side(place)) if call.kind in _KINDS]


def _is_function(call: CallSetting) -> bool:
    return ".clip_by_" in call.symbol


def _says(call: CallSetting, evidence: Evidence, place: Place) -> str:
    where = f" in line {call.line}" if call.line is not None else ""
    return (
        f"{evidence.side(place).name} clips by {call.symbol}{where}, and hands its optimizer what was not clipped; "
        f"{evidence.side(place.other).name} hands on what it clips"
    )


CAUSE = Cause(
    ("clipped-not-used",),
    detect,
    witnesses=("watch_calls",),
    stages=(Stage.GRADIENTS, Stage.UPDATE),
    only_confirmed=True,
)
