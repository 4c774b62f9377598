"""Updates not run: batch-norm statistics or averages stay as they were, for no run of the Session reaches their ops."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side whose graph has updates of variables that are not trained, none of which any run that trains was seen
    to reach, where the other side leaves none.

    The trial runs them with every step that trains, and would cure no other cause.
    """
    for place in (Place.RIGHT, Place.LEFT):
        side = evidence.side(place)
        idle = _idle(side)
        if not idle or _idle(evidence.side(place.other)):
            continue
        collected = max(each["collected"] for each in behaviours(side, "state updates"))
        count = "no op" if collected == 0 else "1 op" if collected == 1 else f"{collected} ops"
        return Finding(
            "updates-not-run",
            Confidence.LIKELY,
            f"the graph of {side.name} has updates of {listed(idle)}, and no sess.run that trains reaches them; "
            f"UPDATE_OPS has {count}",
            "run them with the train op: layer.updates of a Keras layer (tf.layers puts its own into UPDATE_OPS), by "
            "tf.control_dependencies around minimize, or in the same sess.run",
            trials=(
                Change(
                    "these updates run with every train step",
                    side=place,
                    patch="state_updates_run",
                    arguments={"variables": list(idle)},
                ),
            ),
        )
    return None


def _idle(side: Side) -> tuple[str, ...]:
    """The variables that have an update which no run reaches, though some train; nothing for a script without any."""
    runs = behaviours(side, "state updates")
    if not any(each["trains"] for each in runs):
        return ()
    ran = {name for each in runs for name in each["run"]}
    return tuple(sorted({name for each in runs for name in each["there"]} - ran))


CAUSE = Cause(
    ("updates-not-run",),
    detect,
    likely=("updates-not-run",),
    witnesses=("watch_state_updates",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.STATISTICS),
)
