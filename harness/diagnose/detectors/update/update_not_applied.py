"""Update not applied: the trained numbers of one side stay as they were, those of the other move."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import verb
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import distinct, is_apart, is_constant, is_loss, is_rate_like, moving, shown
from harness.diagnose.sources.said.applied import Applied, applied
from harness.diagnose.sources.said.scripts import is_graph
from harness.words.finding import Change, Confidence, Counts, Finding, Place
from harness.words.series import Series
from harness.words.stage import Stage

_FEWEST = 3


def detect(evidence: Evidence) -> Finding | None:
    """Find a side whose trained numbers are constant over at least three records, where the other's are not.

    A rate of 0 or a gradient of 0 looks the same. So a script that shows its updates is never suspected, one that has
    none is likely, and of what else stands still the start must be that of the other side. A run that is watched tells.

    The trial watches the updates of both sides and changes none; it would cure no cause, this one included, but tells
    it.
    """
    apart = [
        paired for paired in moving(evidence) if not is_rate_like(paired) and is_apart(paired, evidence.tolerances)
    ]
    # A loss may move though nothing is trained, with the batch; it counts only where nothing else is printed.
    judged = tuple(paired for paired in apart if not is_loss(paired.name)) or tuple(apart)
    if not judged:
        return None
    for place, still, mover, pairs in (
        (Place.RIGHT, evidence.right, evidence.left, judged),
        (Place.LEFT, evidence.left, evidence.right, tuple(paired.swapped for paired in judged)),
    ):
        if not all(_stands_still(paired.right) and _moves(paired, evidence) for paired in pairs):
            continue
        told = applied(still.source)
        if told is Applied.SHOWN or (told is Applied.UNKNOWN and not all(map(_starts_alike, pairs))):
            return None
        return _finding(
            still, mover, pairs, place, Confidence.LIKELY if told is Applied.NOWHERE else Confidence.POSSIBLE
        )
    return None


def _starts_alike(paired: Paired) -> bool:
    """Whether the moving side starts where the other one stands, or has moved away from there by its first record: it
    may be shown after its update."""
    first, second = paired.left.numbers[:2]
    stands = paired.right.numbers[0]
    if abs(first.value - stands.value) <= first.slack + stands.slack:
        return True
    return (first.value - stands.value) * (second.value - first.value) > 0


def _stands_still(series: Series) -> bool:
    # From the start on: the end of any run that has converged is constant.
    return len(series.numbers) >= _FEWEST and series.numbers[0].position == 0 and is_constant(series)


def _moves(paired: Paired, evidence: Evidence) -> bool:
    return distinct(paired, evidence.tolerances, _FEWEST) == _FEWEST


def _finding(still: Side, mover: Side, pairs: tuple[Paired, ...], place: Place, confidence: Confidence) -> Finding:
    first = pairs[0]
    values = first.left.values
    count = len(first.right.numbers)
    others = f" (and so {verb(pairs[1:], 'does', 'do')} {names_of(pairs[1:])})" if pairs[1:] else ""
    evidence = (
        f"{first.name} of {still.name} stays {shown(first.right.values[0])} in all {count} records{others}, "
        f"where {mover.name} goes from {shown(values[0])} to {shown(values[-1])}"
    )
    if is_graph(still):
        change = (
            "pass the train op to sess.run in every round: building it changes nothing, and fetching a variable or "
            "the loss does not run it"
        )
    elif still.source:
        change = (
            "apply the gradients: w.assign_sub(rate * gradient) or optimizer.apply_gradients([(gradient, w)]); "
            "computing a step changes no variable"
        )
    else:
        change = (
            "run the update: in TF1 pass the train op to sess.run, in TF2 call w.assign_sub(...) or "
            "optimizer.apply_gradients(...)"
        )
    return Finding(
        "update-not-applied",
        confidence,
        evidence,
        change,
        trials=(Change("every update watched", side=place, patch="watched_updates", counts=Counts.UPDATES),),
    )


CAUSE = Cause(("update-not-applied",), detect, stages=(Stage.UPDATE,))
