"""Counted twice: a step of training counts its counter up by two, so that a schedule runs at double speed."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side of which one counter of steps was seen to be counted up by two ops or lines, where no counter of the
    other side is.

    The trial has one of the two count, and would cure no other cause.
    """
    for place in (Place.LEFT, Place.RIGHT):
        side, other = evidence.side(place), evidence.side(place.other)
        twice = _twice(side)
        if twice is None or _twice(other) is not None:
            continue
        variable, by = twice
        return Finding(
            "counted-twice",
            Confidence.LIKELY,
            f"{variable} of {side.name} is counted up by {listed(by)}: a schedule that goes by it runs "
            f"{'twice' if len(by) == 2 else f'{len(by)} times'} as fast as the steps",
            "count once: pass global_step to minimize or apply_gradients, and add nothing to it; or, to come out as "
            "the side that counts twice, ask the schedule for twice the step",
            trials=(Change("each step counted once", side=place, patch="counted_once"),),
        )
    return None


def _twice(side: Side) -> tuple[str, tuple[str, ...]] | None:
    counted: dict[str, list[str]] = {}
    for each in behaviours(side, "counted"):
        counted.setdefault(each["variable"], []).append(each["by"])
    return next(((name, tuple(by)) for name, by in counted.items() if len(by) > 1), None)


CAUSE = Cause(
    ("counted-twice",), detect, witnesses=("watch_counters",), stages=(Stage.RATE, Stage.UPDATE, Stage.STATISTICS)
)
