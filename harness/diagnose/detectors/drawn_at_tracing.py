"""Drawn at tracing: a number of NumPy's or Python's generator inside a traced function, a constant from then on."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side that was seen to draw by NumPy or Python while a function was traced, where the other was not.

    The trial draws anew in every call of the function, and would cure no other cause. Without it the finding is likely:
    whatever else differs, that number is the same in each call.
    """
    for place in (Place.RIGHT, Place.LEFT):
        side = evidence.side(place)
        found = behaviours(side, "drawn at tracing")
        if not found or behaviours(evidence.side(place.other), "drawn at tracing"):
            continue
        first = found[0]
        return Finding(
            "drawn-at-tracing",
            Confidence.LIKELY,
            f"line {first['line']} of {side.name} calls {first['draw']} while TensorFlow traces the function around it: "
            "it is drawn once, and every later call of the function gets that number",
            "draw inside of tf.numpy_function, or by tf.random; or draw outside and hand the number in",
            trials=(Change("a draw in every call of the function", side=place, patch="drawn_each_time"),),
        )
    return None


CAUSE = Cause(
    ("drawn-at-tracing",), detect, likely=("drawn-at-tracing",), witnesses=("watch_draws",), stages=(Stage.DATA,)
)
