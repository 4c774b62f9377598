"""Gradients summed: of micro-batches or replicas, where the other side takes their mean."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.watching.factor import whole_factor
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, and part in their gradients, all of which are the same whole number times those
    of the other side.

    The trials divide what the larger side gets as gradients by that number, or hands on; they would also cure
    ``sum-against-mean``, which shows in the loss, where the sides part before.
    """
    first = evidence.watched.parting.first_apart if evidence.watched and evidence.watched.parting else None
    if first is None or first.stage is not Stage.GRADIENTS or first.factor is None or not differs(evidence):
        return None
    times = whole_factor(first.factor)
    if times is None:
        return None
    place = Place.RIGHT if first.factor > 1 else Place.LEFT
    larger, other = evidence.side(place).name, evidence.side(place.other).name
    what = "gradient is" if first.count == 1 else f"{first.count} gradients are"
    return Finding(
        "gradients-summed",
        Confidence.LIKELY,
        f"the {what} {times} times as large in {larger} as in {other}, and what they are made from agrees",
        f"divide what is added up by how many there are: by {times} (or take the rate {times} times as small)"
        if place is Place.RIGHT
        else f"add up and do not divide, as {larger} does (or take the rate {times} times as large)",
        trials=(
            Change(f"gradients divided by {times}", place, patch="gradients_scaled", arguments={"factor": 1 / times}),
            # What clips between the tape and the optimizer clips the same then.
            Change(
                f"gradients divided by {times} as the optimizer is handed them",
                place,
                patch="gradients_scaled",
                arguments={"factor": 1 / times, "handed": True},
            ),
        ),
    )


CAUSE = Cause(("gradients-summed",), detect, likely=("gradients-summed",), stages=(Stage.GRADIENTS,))
