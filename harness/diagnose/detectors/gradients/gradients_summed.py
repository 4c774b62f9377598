"""Gradients summed: of micro-batches or replicas, where the other side takes their mean."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.text.source import read_source
from harness.watching.factor import whole_factor
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage

_RUNS = frozenset({"run", "experimental_run_v2"})
_MOST_REPLICAS = 64


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, and part in their gradients, all of which are the same whole number times those
    of the other side.

    The trials divide what the larger side gets as gradients by that number, or hands on; they would also cure
    ``sum-against-mean``, which shows in the loss, where the sides part before.
    """
    first = evidence.watched.parting.first_apart if evidence.watched and evidence.watched.parting else None
    if first is None or not differs(evidence):
        return None
    if first.stage is not Stage.GRADIENTS or first.factor is None:
        return _of_replicas(evidence)
    times = whole_factor(first.factor)
    if times is None:
        return _of_replicas(evidence)
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


def _of_replicas(evidence: Evidence) -> Finding | None:
    """Of a right side whose steps are run by several replicas, so that as many updates were seen to each of the left
    one's, and none of their gradients is that of a whole batch: only a run can show what their sum makes.

    The trial divides what each replica gets as gradients by their number."""
    seen = evidence.watched
    runs = [call for call in read_source(evidence.right.source).calls if call.method in _RUNS]
    if seen is None or not runs or not seen.left.count or seen.right.count % seen.left.count:
        return None
    times = seen.right.count // seen.left.count
    if not 1 < times <= _MOST_REPLICAS or not _is_spread(evidence.right):
        return None
    return Finding(
        "gradients-summed",
        Confidence.POSSIBLE,
        f"{evidence.right.name} runs each step in {times} replicas (line {runs[0].line}), whose gradients its "
        "optimizer adds up",
        "divide the loss of a replica by their number: by strategy.num_replicas_in_sync where it is a mean, or by "
        "tf.nn.compute_average_loss(losses, global_batch_size=...)",
        trials=(
            Change(
                f"gradients of each replica divided by {times}",
                patch="gradients_scaled",
                arguments={"factor": 1 / times},
            ),
        ),
    )


def _is_spread(side: Side) -> bool:
    calls = read_source(side.source).calls
    return any(".distribute." in call.name and call.name.endswith("Strategy") for call in calls)


CAUSE = Cause(
    ("gradients-summed",), detect, likely=("gradients-summed",), stages=(Stage.DATA, Stage.FORWARD, Stage.GRADIENTS)
)
