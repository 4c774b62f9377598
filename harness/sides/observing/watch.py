"""Watching both sides of a comparison: they run once more, with the watcher, and again for the step that is apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.races import KIND as RACE
from harness.diagnose.evidence.races import PRELUDE as RACES
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.traces import Tolerances
from harness.sides.observing.places import in_cells, with_places
from harness.sides.run import Sides, without_keep
from harness.targets.outcome import Outcome
from harness.targets.scene import Prelude
from harness.targets.target import Request
from harness.watching.read import read_observation
from harness.watching.watched import Watched, watched
from harness.watching.watcher import watcher
from harness.words.finding import Place
from harness.words.observation import Observation
from harness.words.verdict import Verdict

# A step of more is taken apart without its arrays: they would not fit into the report of a run.
_MOST_ELEMENTS = 1 << 20
# The prelude that sees calls, and their settings.
_CALLS = "watch_calls"


@dataclass(frozen=True)
class WatchedSide:
    """A side as it was watched: what it printed then, and what was seen."""

    side: Side
    observation: Observation


@dataclass(frozen=True)
class WatchedSides:
    """What watching two sides came to; ``apart`` is what was seen of both in the run in which the step that parts them
    was taken apart, None where there was none. ``sides`` are both as they ran watched, with the calls that they were
    seen to make."""

    watched: Watched
    apart: tuple[Observation, Observation] | None = None
    sides: tuple[Side, Side] | None = None


def watch_sides(sides: Sides) -> Watched | None:
    """Run both sides once more, watched, and hold what they computed against each other; the step in which they part is
    taken apart by a further run. None where one of them is a log, which computes nothing."""
    seen = watch_and_take_apart(sides)
    return None if seen is None else seen.watched


def watch_both(sides: Sides) -> tuple[WatchedSide, WatchedSide] | None:
    """Run both sides once more, watched, with the calls that they make, and what their graphs leave without an order;
    None where one of them is a log, which computes nothing."""
    if sides.left.origin is None or sides.right.origin is None:
        return None
    one, two = observe((sides.left, sides.right), sides, more=(_CALLS, RACES))
    return one, two


def watch_and_take_apart(sides: Sides, seen: tuple[WatchedSide, WatchedSide] | None = None) -> WatchedSides | None:
    """Do the same as ``watch_sides``, and give what was seen in that further run, too; ``seen`` is what ``watch_both``
    gave, None where that is still to be done."""
    seen = seen or watch_both(sides)
    if seen is None:
        return None
    both, (one, two) = (sides.left, sides.right), seen
    left, right = one.observation, two.observation
    if not left.count and not right.count:
        left, right = (each.observation for each in observe(both, sides, passes=True))
        return WatchedSides(watched(left, right))
    return replace(taken_apart(both, sides, watched(left, right)), sides=(one.side, two.side))


def taken_apart(both: tuple[Side, Side], sides: Sides, first: Watched) -> WatchedSides:
    """Give what watching two sides came to, the step in which they part taken apart by a further run of both. Of one
    with very many elements the forward pass alone is."""
    if first.parting is None:
        return WatchedSides(first)
    number = first.parting.number
    whole = not is_large(first, number)
    left, right = (each.observation for each in observe(both, sides, (number,), whole=whole))
    seen = (left, right) if whole else None
    again = watched(_only(left, number), _only(right, number), first.carried, first.noisy)
    if again.parting is None or again.parting.number != number:
        return WatchedSides(first, seen)
    return WatchedSides(replace(first, parting=again.parting), seen)


def once_more(seen: tuple[WatchedSide, WatchedSide], sides: Sides) -> dict[Place, Side]:
    """Give those of two sides that printed the same as ``watch_both`` ran them, as they are when they run once more
    with the prelude for races alone. What printed otherwise may have done so for being watched."""
    found = {}
    for place, side, each in zip(Place, (sides.left, sides.right), seen, strict=True):
        origin = each.side.origin
        if origin is not None and _repeats(side, each.side):
            request = replace(origin.request, preludes=(*origin.request.preludes, Prelude(RACES)))
            told = tuple(one for one in each.side.seen if one.kind == RACE)
            found[place] = replace(each.side, origin=replace(origin, request=request), seen=told)
    return found


def is_large(seen: Watched, number: int) -> bool:
    """Whether the arrays of a step are too many to be told of whole."""
    return any(_size(each, number) > _MOST_ELEMENTS for each in (seen.left, seen.right))


def observe(
    both: Sequence[Side],
    sides: Sides,
    apart: Sequence[int] = (),
    *,
    passes: bool = False,
    more: Sequence[str] = (),
    whole: bool = True,
) -> list[WatchedSide]:
    """Run sides that have an origin watched, side by side, in the workers that are open; steps ``apart`` are taken
    apart (without their arrays, unless these are wanted ``whole``), with ``passes`` what trains nothing is told of.
    ``more`` are preludes that look on as well, from outside of the watcher."""
    futures = []
    for side in both:
        assert side.origin is not None
        worker = sides.workers[side.origin.python.absolute()]
        request = watch_request(side.origin.request, apart, passes=passes, whole=whole)
        request = replace(request, preludes=(*request.preludes, *map(Prelude, more)))
        futures.append((worker.target, worker.submit(request)))
    found = []
    for side, (target, future) in zip(both, futures, strict=True):
        assert side.origin is not None
        outcome = in_cells(future.result(), side)
        # What takes steps apart may hinder the fusing of ops, and so move last digits.
        lines = side.lines if side.trace is None and side.lines and not apart and not passes else None
        told = side_of_outcome(side.name, target, side.origin, outcome)
        found.append(WatchedSide(told, with_places(observation_of(outcome, lines), side)))
    return found


def _repeats(side: Side, again: Side) -> bool:
    if side.failure is not None or again.failure is not None or side.cut or again.cut:
        return False
    return again.trace == side.trace and _prints_the_same(side.lines, again.lines)


def watch_request(request: Request, apart: Sequence[int] = (), *, passes: bool = False, whole: bool = True) -> Request:
    """Give a request whose run is watched; the steps of these numbers are taken apart. With ``passes`` it trains
    nothing, and all that it computes is one step. What it writes nobody wants."""
    request = without_keep(request)
    return replace(request, preludes=(*request.preludes, watcher(apart, passes=passes, whole=whole)))


def observation_of(outcome: Outcome, unwatched: Sequence[str] | None) -> Observation:
    """Give what was seen of a watched run. Where it printed other lines than the ``unwatched`` one, or failed, a remark
    says so; None for lines that nobody knows."""
    found = read_observation(outcome.seen)
    if outcome.failure is not None or outcome.cut:
        found = replace(found, loose=None)  # what it would have updated besides is not known
    if outcome.failure is not None and outcome.failure.kind != "silent" and not outcome.cut:
        remark = f"the watched run failed, and was seen as far as it came: {outcome.failure.reason}"
        return replace(found, remarks=(*found.remarks, remark))
    if unwatched is not None and not outcome.cut and not _prints_the_same(unwatched, outcome.printed):
        remark = (
            "the watched run printed other lines than the unwatched one: the script does not repeat itself, or shows "
            "what watching changes, as the number of its ops"
        )
        return replace(found, remarks=(*found.remarks, remark))
    return found


def _only(observation: Observation, number: int) -> Observation:
    """An observation of one step alone."""
    return replace(observation, steps=tuple(step for step in observation.steps if step.number == number))


def _size(observation: Observation, number: int) -> int:
    step = next((each for each in observation.steps if each.number == number), None)
    if step is None:
        return 0
    return 3 * sum(each.after.size for each in step.variables if each.after is not None)


def _prints_the_same(unwatched: Sequence[str], watched: Sequence[str]) -> bool:
    """Whether two runs of a script print the same, but for times and what else no comparison judges."""
    if tuple(unwatched) == tuple(watched):
        return True
    held = compare_lines(unwatched, watched, Tolerances(Tolerance(), {}))
    return held.comparison.verdict in (Verdict.IDENTICAL, Verdict.REFORMATTED)
