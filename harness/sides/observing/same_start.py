"""Starting both sides from the same values: the right one begins with those that the left one began with."""

import time
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides
from harness.judging.traces import Tolerances
from harness.sides.observing.watch import WatchedSides, is_large, observe
from harness.sides.run import Sides
from harness.sides.spread.measure import Measured, measure_spread, with_spread
from harness.sides.spread.text import spread_document, spread_text
from harness.targets.scene import Prelude
from harness.watching.continued import continuing
from harness.watching.ends import comes_apart
from harness.watching.first_values import cell_values, draw_like, first_values, start_values
from harness.watching.pairs import Pairs
from harness.watching.parts import with_parts_joined
from harness.watching.watched import Watched, watched
from harness.watching.words import watched_document, watched_text
from harness.words.errors import UsageError
from harness.words.observation import Observation

START = "start_values"
_MOST = 3


@dataclass(frozen=True)
class SameStart:
    """What came of it: ``given`` of ``wanted`` variables of the right side were given values of the left one,
    ``left_out`` were not, each with the reason; what both printed then, held against each other, and what they
    computed; ``sides`` are both as they ran then; ``seconds`` is what it took. Where what differs then was held against
    what rounding alone makes of the left side, ``measured`` says what that came to. ``again`` are variables of a second
    graph on the right, which begin with the values of the first one's. ``drawn`` says that larger arrays were drawn
    anew for both, as far spread as the left side's."""

    given: int
    wanted: int
    left_out: tuple[str, ...]
    held: SideComparison
    watched: Watched
    sides: tuple[Side, Side]
    seconds: float = 0.0
    measured: Measured = field(default_factory=Measured)
    again: tuple[str, ...] = ()
    drawn: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every variable of the right side began with its partner's value."""
        return self.given == self.wanted > 0 and not self.left_out

    @property
    def computes_the_same(self) -> bool:
        """Whether both compute the same from the same start, in each step that was looked at, and come to it."""
        seen = self.watched
        return self.is_whole and seen.held > 0 and seen.parting is None and not comes_apart(seen)

    @property
    def proves(self) -> bool:
        """Whether they do, and print it."""
        return self.computes_the_same and self.held.comparison.verdict.passes


def same_start(sides: Sides, first: WatchedSides | None, tolerances: Tolerances) -> SameStart | None:
    """Run both sides again from the values that the left one began with; of a step with very many elements larger
    arrays are drawn for both, as far spread as those. ``first`` is what watching them came to. None
    where no step of both was seen, so that nobody knows what they begin with.

    Raises UsageError for a side that is a log.
    """
    if first is None or sides.left.origin is None or sides.right.origin is None:
        raise UsageError("--same-start needs two sides that are run, and a log is none")
    seen = first.watched
    if not (seen.left.steps and seen.right.steps and seen.pairs.pairs):
        return None
    draw = is_large(seen, 0)
    if draw:
        before, other = seen.left, seen.right
    elif first.apart is not None and seen.parting is not None and seen.parting.number == 0:
        before, other = first.apart
    else:
        before, other = (each.observation for each in observe((sides.left, sides.right), sides, apart=(0,)))
    before, other = with_parts_joined(before, other)
    if not start_values(before, other, seen.pairs, draw=draw)[0]:
        return None
    return started_from(sides, seen.pairs, before, other, tolerances, draw=draw)


def started_from(
    sides: Sides, pairs: Pairs, before: Observation, other: Observation, tolerances: Tolerances, *, draw: bool = False
) -> SameStart:
    """Run both sides, which are no logs, from the values that the left one began with, ``before`` and ``other`` being
    observations of both in which the first step was taken apart. With ``draw`` what was not seen whole is drawn, for
    both alike, as far spread as it was."""
    began = time.monotonic()
    values, left_out = start_values(before, other, pairs, draw=draw)
    # The left side may draw anew in each run: it is held to the values, too.
    own: list[list[object]] = []
    of_cells = cell_values(before, pairs, draw=draw)
    for place, (pair, mine) in enumerate(first_values(before, pairs, draw=draw)):
        if pair.left not in of_cells:
            own.append([pair.left, list(mine.shape), list(mine.sample) if mine.whole else draw_like(place, mine, "")])
    own += [[name, list(value.shape), list(value.sample)] for name, value in of_cells.items()]
    # A second graph names its variables as the first, and its Session sets them to the same values.
    again = {first: name for name, first in continuing(other, before).items()}
    values += [[again[str(name)], *rest] for name, *rest in values if name in again]
    left, right = observe((_starting(sides.left, own), _starting(sides.right, values)), sides)
    # Each of several Sessions begins with them anew.
    started = right.observation.started
    return SameStart(
        len(started) if len(started) <= len(values) else len(set(started)),
        len(values),
        left_out,
        compare_sides(left.side, right.side, tolerances),
        watched(left.observation, right.observation),
        (left.side, right.side),
        time.monotonic() - began,
        again=tuple(again.values()),
        drawn=draw,
    )


def with_spread_from_there(done: SameStart, sides: Sides, tolerances: Tolerances, samples: int) -> SameStart:
    """Give the same, numbers that differ from the same start ``amplified`` where they lie within what rounding alone
    makes of the left side, from there."""
    from_there = replace(sides, left=done.sides[0], right=done.sides[1])
    measured = measure_spread(from_there, done.held, tolerances, samples)
    return replace(done, held=with_spread(from_there, done.held, tolerances, measured), measured=measured)


def same_start_text(done: SameStart | None) -> list[str]:
    """Give the lines that tell it."""
    if done is None:
        return ["same start: no first value of both sides was seen, so nobody knows them"]
    comparison, steps = done.held.comparison, done.watched
    all_of_it = "" if done.is_whole else f" ({done.given} of {done.wanted + len(done.left_out)} variables)"
    anew = ", the larger arrays drawn anew for both" if done.drawn else ""
    lead = f"started from the same values{all_of_it}{anew}: "
    text = [f"{lead}{comparison.verdict}, {comparison.agreeing} of {comparison.expected} lines agree"]
    if done.computes_the_same:
        but = "" if done.proves else ", but do not print it alike"
        counted = f"all {steps.held} steps looked at of {steps.left.count}{_worst(steps)}"
        text[0] += f"; both compute the same in {counted}{but}"
    else:
        text += [f"    {line}" for line in watched_text(steps)]
    text += [f"    {line}" for line in spread_text(done.measured)]
    return text + [f"    not set: {each}" for each in _by_reason(done.left_out)]


def _by_reason(left_out: tuple[str, ...]) -> list[str]:
    """What was not set, as it is told: several for one reason together."""
    found: dict[str, list[str]] = {}
    for each in left_out:
        name, _, reason = each.partition(": ")
        found.setdefault(reason, []).append(name)
    return [
        f"{', '.join(names[:_MOST])}{f' and {len(names) - _MOST} more' if len(names) > _MOST else ''}: {reason}"
        for reason, names in found.items()
    ]


def same_start_document(done: SameStart | None) -> dict[str, Any] | None:
    """Give the same for ``--json``."""
    if done is None:
        return None
    return {
        "given": done.given,
        "left_out": list(done.left_out),
        "proves": done.proves,
        **asdict(done.held.comparison),
        "spread": spread_document(done.measured),
        "watched": watched_document(done.watched),
    }


def _starting(side: Side, values: list[list[object]]) -> Side:
    assert side.origin is not None
    request = side.origin.request
    preludes = (*request.preludes, Prelude(START, {"values": values}))
    # What it prints from there, nobody has seen unwatched.
    return replace(side, lines=(), origin=replace(side.origin, request=replace(request, preludes=preludes)))


def _worst(steps: Watched) -> str:
    return f" (worst {steps.ulps:.2g} ULP)" if steps.ulps else ", bit for bit"
