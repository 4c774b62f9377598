"""Starting both sides from the same values: the right one begins with those that the left one began with."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides
from harness.judging.traces import Tolerances
from harness.sides.run import Sides
from harness.sides.watch import observe
from harness.targets.scene import Prelude
from harness.watching.first_values import draw_like, first_values, start_values, values_before
from harness.watching.pairs import Pairs
from harness.watching.watched import Watched, watched
from harness.watching.words import watched_document, watched_text
from harness.words.errors import UsageError
from harness.words.observation import Observation

START = "start_values"


@dataclass(frozen=True)
class SameStart:
    """What came of it: ``given`` of ``wanted`` variables of the right side were given values of the left one,
    ``left_out`` were not, each with the reason; what both printed then, held against each other, and what they
    computed; ``sides`` are both as they ran then."""

    given: int
    wanted: int
    left_out: tuple[str, ...]
    held: SideComparison
    watched: Watched
    sides: tuple[Side, Side]

    @property
    def proves(self) -> bool:
        """Whether both compute the same from the same start, in each step that was looked at, and print it."""
        seen = self.watched.held > 0 and self.watched.parting is None
        return seen and self.given == self.wanted and not self.left_out and self.held.comparison.verdict.passes


def same_start(sides: Sides, first: Watched | None, tolerances: Tolerances) -> SameStart | None:
    """Run both sides again from the values that the left one began with. ``first`` is what watching them came to; None
    where no step of both was seen, so that nobody knows what they begin with.

    Raises UsageError for a side that is a log.
    """
    if first is None or sides.left.origin is None or sides.right.origin is None:
        raise UsageError("--same-start needs two sides that are run, and a log is none")
    if not (first.left.steps and first.right.steps and first.pairs.pairs):
        return None
    left, right = observe((sides.left, sides.right), sides, apart=(0,))
    return started_from(sides, first.pairs, left.observation, right.observation, tolerances)


def started_from(
    sides: Sides, pairs: Pairs, before: Observation, other: Observation, tolerances: Tolerances, *, draw: bool = False
) -> SameStart:
    """Run both sides, which are no logs, from the values that the left one began with, ``before`` and ``other`` being
    observations of both in which the first step was taken apart. With ``draw`` what was not seen whole is drawn, for
    both alike, as far spread as it was."""
    values, left_out = start_values(before, other, pairs, draw=draw)
    # The left side may draw anew in each run: it is held to the values, too.
    own: list[list[object]] = []
    for place, (pair, mine) in enumerate(first_values(before, pairs, draw=draw)):
        own.append([pair.left, list(mine.shape), list(mine.sample) if mine.whole else draw_like(place, mine, "")])
    known = values_before(before)
    for name in [name for each in pairs.fused for name in each.left]:
        value = known.get(name)
        if value is not None and value.whole:
            own.append([name, list(value.shape), list(value.sample)])
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
    )


def same_start_text(done: SameStart | None) -> list[str]:
    """Give the lines that tell it."""
    if done is None:
        return ["same start: no step of both sides was seen, so nobody knows what they begin with"]
    comparison, steps = done.held.comparison, done.watched
    whole = done.given == done.wanted and not done.left_out
    all_of_it = "" if whole else f" ({done.given} of {done.wanted + len(done.left_out)} variables)"
    lead = f"started from the same values{all_of_it}: "
    text = [f"{lead}{comparison.verdict}, {comparison.agreeing} of {comparison.expected} lines agree"]
    if done.proves:
        text[0] += f"; both compute the same in all {steps.held} steps looked at of {steps.left.count}{_worst(steps)}"
    else:
        text += [f"    {line}" for line in watched_text(steps)]
    return text + [f"    not set: {reason}" for reason in done.left_out]


def same_start_document(done: SameStart | None) -> dict[str, Any] | None:
    """Give the same for ``--json``."""
    if done is None:
        return None
    return {
        "given": done.given,
        "left_out": list(done.left_out),
        "proves": done.proves,
        **asdict(done.held.comparison),
        "watched": watched_document(done.watched),
    }


def _starting(side: Side, values: list[list[object]]) -> Side:
    assert side.origin is not None
    request = side.origin.request
    preludes = (*request.preludes, Prelude(START, {"values": values}))
    return replace(side, origin=replace(side.origin, request=replace(request, preludes=preludes)))


def _worst(steps: Watched) -> str:
    return f" (worst {steps.ulps:.2g} ULP)" if steps.ulps else ", bit for bit"
