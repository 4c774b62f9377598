"""Shifted: numbers that are right but stand in another record, for they were read before or after the update."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import verb
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.moved import by, may_be_moved, move
from harness.diagnose.evidence.shape import is_loss, is_rate_like, moving, shown, stays, stays_near
from harness.diagnose.sources.changed.longer import longer
from harness.diagnose.sources.said.scripts import is_graph
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.finding import Change, Confidence, Finding, Foretold, Place

# The nearest first. Negative: the left number stands in an earlier record of the right side.
_SHIFTS = (1, -1, 2, -2, 3, -3)
# How far numbers that are not moved may be off, as a part of their largest.
_ROUNDING = 1e-6
# How far moved ones may be, as a part of each, where all that trains was seen to be the same.
_LAST_DIGITS = Tolerances(Tolerance(relative=1e-5), {})


def detect(evidence: Evidence) -> Finding | None:
    """Find series that all agree when moved by one to three records, while all others agree where they are.

    At least three different numbers must come to agree; two where a run can show more. The trial is a prediction: the
    side that is ahead runs longer, and its further records have to be the last ones of the other side. It changes the
    number of records and nothing else, so it would cure no other cause. Where all steps were seen to compute the same,
    their last digits may differ, and there is none.
    """
    series = moving(evidence)
    tolerances = evidence.tolerances
    apart = tuple(each for each in series if not stays(each, tolerances) and not stays_near(each, _ROUNDING))
    shift = shift_of(apart, tolerances)
    trials: tuple[Change, ...] = ()
    if shift is not None:
        trials = _trials(evidence, apart, shift)
    elif (shift := shift_of(apart, tolerances, few=True)) is not None:
        trials = _trials(evidence, apart, shift)
        if not trials:
            return None
    else:
        tolerances = _LAST_DIGITS
        shift = _shift_but_for_last_digits(evidence, apart)
        if shift is None:
            return None
    moved = [move(paired, tolerances, by(shift)) for paired in apart]
    staying = [move(paired, tolerances, by(0)).after for paired in series if paired not in apart]
    count = abs(shift)
    records = "1 record" if count == 1 else f"{count} records"
    everything = len(apart) == len(series)
    digits = "" if all(each.agreeing == each.total for each in staying) else ", but for their last digits"
    rest = "" if everything else f"; all others agree where they are{digits}"
    telling = all(each.is_telling for each in moved)
    return Finding(
        "shifted",
        Confidence.LIKELY if telling else Confidence.POSSIBLE,
        _says(evidence, apart, shift, records, rest, tolerances),
        _change(evidence.right, apart, shift, everything=everything),
        trials=trials,
    )


def shift_of(apart: tuple[Paired, ...], tolerances: Tolerances, *, few: bool = False) -> int | None:
    """Give the one shift by which all of these series agree, None where there is none; with ``few`` also where it rests
    on two numbers."""
    if not apart:
        return None
    for shift in _SHIFTS:
        if not all(may_be_moved(paired, tolerances, by(shift)) for paired in apart):
            continue
        moved = [move(paired, tolerances, by(shift)) for paired in apart]
        if all(each.is_telling or (few and each.is_worth_trying) for each in moved):
            return shift
    return None


def _shift_but_for_last_digits(evidence: Evidence, apart: tuple[Paired, ...]) -> int | None:
    """The shift by which all of these series nearly agree, of sides whose steps were all seen to compute the same; none
    of their numbers may be near where it stands."""
    seen = evidence.watched
    if seen is None or seen.stage is not None or not seen.held:
        return None
    shift = shift_of(apart, _LAST_DIGITS)
    if shift is None or any(move(paired, _LAST_DIGITS, by(0)).after.agreeing for paired in apart):
        return None
    return shift


def _trials(evidence: Evidence, apart: tuple[Paired, ...], shift: int) -> tuple[Change, ...]:
    """The side that is ahead with as many records more."""
    place, count = (Place.RIGHT if shift > 0 else Place.LEFT), abs(shift)
    side = evidence.side(place)
    text = longer(side.source, count) if side.origin is not None else None
    if text is None:
        return ()
    says = "one record more" if count == 1 else f"{count} records more"
    foretold = Foretold(tuple(paired.name for paired in apart), 1, count)
    return (Change(says, side=place, source=text, foretold=foretold),)


def _says(
    evidence: Evidence, apart: tuple[Paired, ...], shift: int, records: str, rest: str, tolerances: Tolerances
) -> str:
    left, right = evidence.left.name, evidence.right.name
    first = apart[0]
    mine, other = first.left.numbers[0], first.right.numbers[0]
    agreeing = sum(move(paired, tolerances, by(shift)).after.total for paired in apart)
    nearly = "" if tolerances is evidence.tolerances else ", but for their last digits"
    return (
        f"{names_of(apart)} of {right} {verb(apart, 'comes', 'come')} {records} {'later' if shift > 0 else 'earlier'} "
        f"than in {left}: {verb(apart, 'it', first.name)} starts at {shown(other.value)} instead of "
        f"{shown(mine.value)}, and all {agreeing} numbers agree once moved{nearly}{rest}"
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
    if not all(is_loss(paired.name) for paired in apart):
        return _change_of_variable(names_of(apart), shift, graph=is_graph(right))
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


def _change_of_variable(names: str, shift: int, *, graph: bool) -> str:
    """What to do where other numbers than the loss come late or early: they are read before or after the update."""
    way, here = ("after", "before") if shift > 0 else ("before", "after")
    if graph:
        return (
            f"fetch {names} with a sess.run of its own {way} the train op: here it is read {here} the update, or in "
            "one sess.run with the train op, where either may come first"
        )
    return f"print {names} {way} the update, as the other side does: here it is read {here} it"


# Likely without a run: nearly all numbers of one side are the other's, some records later.
CAUSE = Cause(("shifted",), detect, likely=("shifted",))
