"""Step run twice: one side makes two updates where the other makes one."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import verb
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.moved import Partner, may_be_moved, move
from harness.diagnose.evidence.shape import is_apart, is_rate_like, moving, shown
from harness.diagnose.sources.changed.longer import longer
from harness.diagnose.sources.said.scripts import is_graph
from harness.words.finding import Change, Confidence, Finding, Foretold, Place
from harness.words.observation import Observation

# Updates for each of the other side.
_TWICE = 2


def detect(evidence: Evidence) -> Finding | None:
    """Find a side whose record k is the other's record 2k or 2k + 1, for all numbers that differ but a rate; or one
    that was seen to make a whole number of updates for each of the other side.

    For each name at least three different numbers must come to agree. The trial is a prediction: the slow side runs
    twice as long, and every record of the quick one has to be found in it; or the quick side leaves out all updates but
    the first of each such number. It would cure no other cause.
    """
    apart = tuple(
        paired for paired in moving(evidence) if not is_rate_like(paired) and is_apart(paired, evidence.tolerances)
    )
    if not apart:
        return None
    return _by_records(apart, evidence) or _by_updates(apart, evidence)


def _by_records(apart: tuple[Paired, ...], evidence: Evidence) -> Finding | None:
    swapped = tuple(paired.swapped for paired in apart)
    for quick, place, pairs in ((evidence.right, Place.LEFT, apart), (evidence.left, Place.RIGHT, swapped)):
        for offset in (0, 1):
            if not all(may_be_moved(paired, evidence.tolerances, _half(offset)) for paired in pairs):
                continue
            found = [move(paired, evidence.tolerances, _half(offset)) for paired in pairs]
            if all(moved.is_telling for moved in found):
                total = sum(moved.after.total for moved in found)
                return _finding(evidence, quick, pairs, total, _trials(evidence.side(place), place, pairs, offset))
    return None


def _by_updates(apart: tuple[Paired, ...], evidence: Evidence) -> Finding | None:
    """Of two sides that were watched: one makes several updates with each batch, and takes the next batch then."""
    seen = evidence.watched
    parting = evidence.parting
    if seen is None or parting is None or parting.number == 0 or not min(seen.left.count, seen.right.count):
        return None
    place = Place.RIGHT if seen.right.count > seen.left.count else Place.LEFT
    times, rest = divmod(max(seen.left.count, seen.right.count), min(seen.left.count, seen.right.count))
    if (
        times < _TWICE
        or rest
        or parting.number % times == 0
        or not (_trains_all(seen.left) and _trains_all(seen.right))
    ):
        return None
    if any(step.way == "session" for step in (seen.right if place is Place.RIGHT else seen.left).steps):
        return None  # what runs there, and how often, no experiment changes
    quick, slow = evidence.side(place).name, evidence.side(place.other).name
    return Finding(
        "step-run-twice",
        Confidence.POSSIBLE,
        f"{quick} makes {times} updates for each of {slow}, and {names_of(apart)} {verb(apart, 'is', 'are')} apart "
        f"from update {parting.number} on",
        f"update {'once' if place is Place.RIGHT else f'{times} times'} for each batch: each call of a function that "
        "updates trains, also one that is meant to read the loss",
        trials=(Change(f"one update of {times}", place, patch="updates_skipped", arguments={"every": times}),),
    )


def _trains_all(seen: Observation) -> bool:
    """Whether each step trains the same variables: two optimizers take turns otherwise."""
    return len({frozenset(each.name for each in step.variables) for step in seen.steps}) == 1


def _trials(slow: Side, place: Place, pairs: tuple[Paired, ...], offset: int) -> tuple[Change, ...]:
    more = max(len(paired.right.numbers) for paired in pairs)
    text = longer(slow.source, more) if slow.origin is not None else None
    if text is None:
        return ()
    foretold = Foretold(tuple(paired.name for paired in pairs), 2, offset)
    return (Change(f"{more} records more", side=place, source=text, foretold=foretold),)


def _half(offset: int) -> Partner:
    return lambda position: (position - offset) // 2 if position % 2 == offset else None


def _finding(
    evidence: Evidence, quick: Side, pairs: tuple[Paired, ...], total: int, trials: tuple[Change, ...]
) -> Finding:
    slow = evidence.left if quick is evidence.right else evidence.right
    number = pairs[0].right.numbers[1]
    if is_graph(quick):
        change = (
            "run the train op once a round: every sess.run that fetches it trains, also the one meant to read the loss"
        )
    else:
        change = (
            "call the function that updates once a round and keep what it returns: each call trains, also one that is "
            "meant to read the loss"
        )
    return Finding(
        "step-run-twice",
        Confidence.LIKELY,
        f"{names_of(pairs)} of {quick.name} {verb(pairs, 'runs', 'run')} through every second record of {slow.name}, "
        f"{total} numbers: {pairs[0].name} is {shown(number.value)} in record {number.position + 1} already",
        change,
        trials=trials,
    )


# Likely without a run: every second number of one side is the other's.
CAUSE = Cause(("step-run-twice",), detect, likely=("step-run-twice",))
