"""Short batch trained: the rows that are left over at the end of an epoch make one more step on one side alone."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, one of which makes one step more in each of several epochs, and there hands
    rows to ``fit`` or to a data set that gives a short last batch, as its calls were seen.

    The trial leaves these rows out, and would cure nothing else; less than all shows nothing.
    """
    if evidence.watched is None or not differs(evidence):
        return None
    counts = {Place.LEFT: evidence.watched.left.count, Place.RIGHT: evidence.watched.right.count}
    place = Place.RIGHT if counts[Place.RIGHT] > counts[Place.LEFT] else Place.LEFT
    few, more = counts[place.other], counts[place] - counts[place.other]
    if more < 1 or not few or few % more:
        return None
    call = next((each for each in calls_of(evidence.side(place)) if _gives_what_is_left(each)), None)
    if call is None:
        return None
    mine, other = evidence.side(place).name, evidence.side(place.other).name
    where = f" (line {call.line})" if call.line is not None else ""
    epochs = "once" if more == 1 else f"in each of {more} epochs"
    return Finding(
        "short-batch-trained",
        Confidence.POSSIBLE,
        f"{mine} makes {few // more + 1} steps, {other} {few // more}, {epochs}: {call.symbol}{where} trains on the "
        "rows that are left over as well, in a batch of their own",
        "leave these rows out: x[: len(x) // size * size] for fit, batch(size, drop_remainder=True)"
        if place is Place.RIGHT
        else "train on the rows that are left over as well",
        trials=(Change("rows that fill no batch left out", place, patch="whole_batches"),),
    )


def _gives_what_is_left(call: CallSetting) -> bool:
    return call.kind == "fit" or (call.kind == "batch" and call.settings.get("drop_remainder") is False)


CAUSE = Cause(
    ("short-batch-trained",),
    detect,
    witnesses=("watch_calls",),
    stages=(Stage.DATA, Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
    only_confirmed=True,
)
