"""Shifted: numbers that are right but stand in another record, for they were read before or after the update."""

import time

from harness.diagnose.detectors.wording import verb
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.moved import by, move
from harness.diagnose.evidence.shape import is_loss, is_rate_like, moving, shown, stays, stays_near
from harness.diagnose.sources.scripts import is_graph
from harness.judging.traces import Tolerances
from harness.words.finding import Confidence, Experiment, Finding, Place

# The nearest first. Negative: the left number stands in an earlier record of the right side.
_SHIFTS = (1, -1, 2, -2, 3, -3)
# How far numbers that are not moved may be off, as a part of their largest.
_ROUNDING = 1e-6


def detect(evidence: Evidence) -> Finding | None:
    """Find series that all agree when moved by one to three records, while all others agree where they are.

    Moving the series is the experiment: at least three different numbers must come to agree. Others that differ by
    rounding leave it likely, for something else is at work, too.
    """
    started = time.perf_counter()
    series = moving(evidence)
    tolerances = evidence.tolerances
    apart = tuple(each for each in series if not stays(each, tolerances) and not stays_near(each, _ROUNDING))
    shift = shift_of(apart, tolerances)
    if shift is None:
        return None
    moved = [move(paired, tolerances, by(shift)) for paired in apart]
    staying = [move(paired, tolerances, by(0)).after for paired in series if paired not in apart]
    total = sum(each.after.total for each in moved) + sum(each.total for each in staying)
    still = sum(each.agreeing for each in staying)
    count = abs(shift)
    records = "1 record" if count == 1 else f"{count} records"
    experiment = Experiment(
        f"{names_of(apart)} moved by {records} {'later' if shift < 0 else 'earlier'}",
        Place.RIGHT,
        sum(each.before for each in moved) + still,
        sum(each.after.agreeing for each in moved) + still,
        total,
        time.perf_counter() - started,
    )
    everything = len(apart) == len(series)
    digits = "" if experiment.explains_all else ", but for their last digits"
    rest = "" if everything else f"; all others agree where they are{digits}"
    return Finding(
        "shifted",
        Confidence.CONFIRMED if experiment.explains_all else Confidence.LIKELY,
        _says(evidence, apart, shift, records, rest),
        _change(evidence.right, apart, shift, everything=everything),
        experiments=(experiment,),
    )


def shift_of(apart: tuple[Paired, ...], tolerances: Tolerances) -> int | None:
    """Give the one shift by which all of these series agree, None where there is none."""
    if not apart:
        return None
    return next(
        (shift for shift in _SHIFTS if all(move(paired, tolerances, by(shift)).is_telling for paired in apart)), None
    )


def _says(evidence: Evidence, apart: tuple[Paired, ...], shift: int, records: str, rest: str) -> str:
    left, right = evidence.left.name, evidence.right.name
    first = apart[0]
    mine, other = first.left.numbers[0], first.right.numbers[0]
    agreeing = sum(move(paired, evidence.tolerances, by(shift)).after.total for paired in apart)
    return (
        f"{names_of(apart)} of {right} {verb(apart, 'comes', 'come')} {records} {'later' if shift > 0 else 'earlier'} "
        f"than in {left}: {verb(apart, 'it', first.name)} starts at {shown(other.value)} instead of "
        f"{shown(mine.value)}, and all {agreeing} numbers agree once moved{rest}"
    )


def _change(right: Side, apart: tuple[Paired, ...], shift: int, *, everything: bool) -> str:
    if everything and not all(is_loss(paired.name) or is_rate_like(paired) for paired in apart):
        fewer, way = ("an update too few", "before") if shift > 0 else ("an update too many", "after")
        return (
            f"the whole run is off, {fewer} at the start: look where the loop begins, whether records are taken "
            f"{way} the update, and for a run of the train step before the first record"
        )
    if all(is_rate_like(paired) for paired in apart):
        if shift > 0:
            return (
                "the rate is that of the step before: read it after the step has been counted, as the other side does, "
                "or ask the schedule for step + 1"
            )
        if is_graph(right):
            return "read the rate with a sess.run of its own before the train op runs, which counts global_step up"
        return (
            "ask the schedule before apply_gradients, or for the step itself, schedule(step): optimizer.iterations has "
            "been counted up after it"
        )
    if shift > 0:
        if is_graph(right):
            return (
                "fetch the loss with a sess.run of its own after the train op: beside the train op, in one sess.run, "
                "it is the one before the update"
            )
        return "compute the loss anew after the update; the one from inside the GradientTape is a number from before it"
    if is_graph(right):
        return "fetch the loss with a sess.run of its own before the train op: here it is the one after the update"
    return "use the loss from inside the GradientTape, from before the update; here it is computed anew after it"
