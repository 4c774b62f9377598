"""Drawn at tracing: a number of NumPy's or Python's generator inside a traced function, a constant from then on."""

from collections.abc import Mapping
from typing import Any

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.sources.text.source import read_source
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
            f"line {_line(side, first)} of {side.name} calls {first['draw']} while the function around it is traced: "
            "it is drawn once, and every later call of the function gets that number",
            "draw inside of tf.numpy_function, or by tf.random; or draw outside and hand the number in",
            trials=(Change("a draw in every call of the function", side=place, patch="drawn_each_time"),),
        )
    return None


def _line(side: Side, seen: Mapping[str, Any]) -> int:
    """The line of the draw: of a function that was converted before it was traced only the line of its call is seen,
    so the text has to tell; where it has several such draws, that of the call stands."""
    method = seen["draw"].rpartition(".")[2]
    lines = {call.line for call in read_source(side.source).calls if call.method == method}
    return lines.pop() if len(lines) == 1 else int(seen["line"])


CAUSE = Cause(
    ("drawn-at-tracing",),
    detect,
    likely=("drawn-at-tracing",),
    witnesses=("watch_draws",),
    stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
)
