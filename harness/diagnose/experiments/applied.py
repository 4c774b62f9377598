"""A change that stays: both sides as they stand with it, watched anew, to ask for what differs behind it."""

from dataclasses import replace

from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.first_values import from_the_same, own_values
from harness.diagnose.evidence.gather import compare_sides, gather
from harness.diagnose.evidence.races import KIND as RACE
from harness.diagnose.evidence.races import PATCH as ORDER
from harness.diagnose.experiments.laboratory import Laboratory, changed
from harness.diagnose.experiments.observed import in_order, observed, seen_before
from harness.targets.outcome import Failure
from harness.watching.watched import Watched, watched
from harness.words.finding import Change, Place
from harness.words.observation import Observation
from harness.words.stage import Stage

# What stays in place is run within the limits of the side itself.
LONGEST = 86400.0


def applied(evidence: Evidence, change: Change, laboratory: Laboratory) -> Evidence | None:
    """Give the evidence on both sides, one of them with a change in place for good, where it removes something of what
    parts them: the first stage apart comes later then, or none is. None where it does not, or cannot be made.

    One run of the changed side says whether it does; where it does both sides run twice more, at most.
    """
    place, seen = change.side, evidence.watched
    side, still = evidence.side(place), evidence.side(place.other)
    if side.origin is None or still.origin is None or seen is None or seen.parting is None:
        return None
    number = seen.parting.number
    # What was seen of a side before holds for the run that it was seen in, not for the changed one; but what no edge of
    # its graph orders is open as it was, unless the change is an order.
    open_yet = () if change.patch == ORDER else tuple(each for each in side.seen if each.kind == RACE)
    standing = replace(side, origin=changed(side.origin, change, LONGEST), seen=open_yet)
    now = _observed(standing, still, (number,), laboratory)
    if now is None:
        return None
    before = seen_before(evidence, place.other)
    held = watched(*in_order(place, now, before))
    if held.held < seen.held or not _is_later(held, seen):
        return None
    given = laboratory.run(standing, Change("the same script as it stands"), still)
    if not isinstance(given, Side):
        return None
    # Its run is limited to what was left of the time; that is none of its own limits.
    standing = replace(given, origin=standing.origin, seen=open_yet)
    left, right = (still, standing) if place is Place.RIGHT else (standing, still)
    if held.parting is not None and held.parting.number != number:
        held = _taken_apart(held, left, right, laboratory)
    after = gather(left, right, evidence.tolerances, compare_sides(left, right, evidence.tolerances))
    return replace(after, watched=held)


def _is_later(now: Watched, before: Watched) -> bool:
    """Whether the sides part later than they did: in a later step, stage or op, or in none."""
    assert before.parting is not None and before.stage is not None
    if now.parting is None or now.stage is None:
        return True
    mine, other = (now.parting.number, now.stage.place), (before.parting.number, before.stage.place)
    if mine == other and now.stage is Stage.FORWARD:
        calls = [_call(each) for each in (now, before)]
        return calls[0] is not None and calls[1] is not None and calls[0] > calls[1]
    return mine > other


def _call(seen: Watched) -> int | None:
    """The place of the first op of the left side's forward pass that is apart."""
    first = seen.parting.first_apart if seen.parting is not None else None
    place = first.place if first is not None else None
    return place.left.call if place is not None and place.left is not None else None


def from_there(evidence: Evidence, laboratory: Laboratory) -> Evidence | None:
    """Give the evidence on both sides when they begin with the values that the left one was seen to begin with, which
    is held to them as well: it may draw others in each run. None where the sides do not part there."""
    change, seen = from_the_same(evidence), evidence.watched
    if change is None or seen is None or seen.parting is None or seen.parting.both is None:
        return None
    side = evidence.left
    if side.origin is None:
        return None
    own = Change(
        "its own first values", Place.LEFT, preludes=change.preludes, arguments={"values": own_values(evidence)}
    )
    standing = replace(side, origin=changed(side.origin, own, LONGEST), seen=())
    now = _observed(standing, evidence.right, (0,), laboratory)
    given = laboratory.run(standing, Change("the same script as it stands"), evidence.right)
    first = next((each for each in now.steps if each.number == 0), None) if now is not None else None
    if now is None or first is None or not isinstance(given, Side):
        return None
    parting = replace(seen.parting, both=(first, seen.parting.both[1]))
    left = replace(given, origin=standing.origin, seen=())
    return applied(replace(evidence, left=left, watched=replace(seen, left=now, parting=parting)), change, laboratory)


def _observed(side: Side, other: Side, apart: tuple[int, ...], laboratory: Laboratory) -> Observation | None:
    """Watch a side as it stands; None where it failed."""
    now = observed(side, Change("watched"), other, apart, laboratory)
    return None if isinstance(now, Failure) else now


def _taken_apart(held: Watched, left: Side, right: Side, laboratory: Laboratory) -> Watched:
    """The same, the step in which the sides part now taken apart by a further run of both."""
    assert held.parting is not None
    number = held.parting.number
    one, two = (_observed(each, other, (number,), laboratory) for each, other in ((left, right), (right, left)))
    if one is None or two is None:
        return held
    again = watched(one, two)
    return again if again.parting is not None and again.parting.number == number else held
