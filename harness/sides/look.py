"""What is looked at besides the print of two sides: the computation, the same start, what rounding alone makes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from harness.diagnose.evidence.gather import SideComparison
from harness.judging.traces import Tolerances
from harness.sides.observing.open_losses import without_open_losses
from harness.sides.observing.otherwise import computed_otherwise
from harness.sides.observing.same_start import (
    SameStart,
    same_start,
    same_start_document,
    same_start_text,
    with_spread_from_there,
)
from harness.sides.observing.unlike import all_unlike, unlike_document
from harness.sides.observing.watch import WatchedSide, WatchedSides, watch_and_take_apart
from harness.sides.other_choice import other_choice
from harness.sides.run import Sides
from harness.sides.spread.measure import SAMPLES, Measured, measure_spread
from harness.sides.spread.text import spread_document, spread_text
from harness.watching.state import MOVED, STOOD
from harness.watching.watched import Watched
from harness.watching.words import watched_document, watched_text
from harness.words.finding import Place
from harness.words.stage import Stage
from harness.words.unlike import Unlike
from harness.words.verdict import Verdict

# A stage of one step that parts the sides by so much of the largest number is no rounding, and samples would show none.
_NO_ROUNDING = 0.01


_NOT_PRINTED = "    what is printed agrees all the same: what is apart is not in it"
_MADE_UP = "    what is printed agrees all the same: what follows from this stage makes up for it, or is not printed"
_BESIDES = "what is computed besides these steps, as a prediction, is held by its print alone"
_ALL_THE_SAME = {
    **dict.fromkeys(Stage, _MADE_UP),
    **dict.fromkeys((Stage.UPDATE, Stage.STATISTICS), _NOT_PRINTED),
    Stage.RATE: "    what is printed agrees all the same: the rate is told otherwise, or shows only later",
}


@dataclass(frozen=True)
class Ask:
    """What the command line asks for: to ``watch``; the ``same_start``; so many ``samples`` of the spread (None: as
    many as is usual where both are watched), of these ``places`` (none: of the left side, of a log's other side)."""

    watch: bool = False
    same_start: bool = False
    samples: int | None = None
    places: Sequence[Place] = ()


@dataclass(frozen=True)
class Looked:
    """What came of it. ``started`` has one element where the same start was tried, None in it where it could not be.
    ``otherwise`` says what sides that print the same surely compute otherwise; empty where nothing is known to be.
    ``unlike`` is all that was seen to be unlike in what sides compute that do not print the same."""

    watched: Watched | None = None
    started: tuple[SameStart | None, ...] = ()
    measured: Measured = field(default_factory=Measured)
    otherwise: str = ""
    unlike: tuple[Unlike, ...] = ()


def with_other_choice(sides: Sides, held: SideComparison, looked: Looked) -> tuple[SideComparison, Looked]:
    """Give a comparison that passes, and what was looked at, with the verdict that the sides have diverged, where all
    numbers agree and one names another class than the other."""
    matching = None if held.lines is None else held.lines.matching
    said = other_choice(sides.left, sides.right, matching) if held.passes else None
    if said is None:
        return held, looked
    return _diverged(held, looked, f"the left side prints {said[0]!r} where the right prints {said[1]!r}")


def with_otherwise(sides: Sides, held: SideComparison, looked: Looked) -> tuple[SideComparison, Looked]:
    """Give a comparison that passes, and what was looked at, with the verdict that the sides have diverged, where they
    were seen to compute something else: as they ran from the same start, if they did."""
    started = next((each for each in looked.started if each is not None), None)
    seen = looked.watched if started is None else started.watched
    if not held.passes or seen is None:
        return held, looked
    if started is not None:
        sides = replace(sides, left=started.sides[0], right=started.sides[1])
    words = computed_otherwise(sides, seen)
    return _diverged(held, looked, words) if words else (held, looked)


def _diverged(held: SideComparison, looked: Looked, words: str) -> tuple[SideComparison, Looked]:
    comparison = replace(held.comparison, verdict=Verdict.DIVERGED)
    return replace(held, comparison=comparison), replace(looked, otherwise=words)


def look(
    sides: Sides,
    held: SideComparison,
    tolerances: Tolerances,
    ask: Ask,
    seen_so_far: tuple[WatchedSide, WatchedSide] | None = None,
) -> Looked:
    """Look at two sides as is asked. Where they begin with other values, a difference in the print tells nothing: then
    the same start is tried unasked. The spread is measured of what differs, unless a stage parts them plainly; so it is
    of what differs from the same start. ``seen_so_far`` is both sides as they were watched already.

    Raises UsageError for a log where the same start is asked for.
    """
    verdict = held.comparison.verdict
    first = watch_and_take_apart(sides, seen_so_far) if ask.watch or ask.same_start else None
    seen = None if first is None else first.watched
    if seen is not None and verdict.passes:
        seen = without_open_losses(sides, seen)
    unlike = not verdict.passes and seen is not None and seen.stage is Stage.START
    started = (_started(sides, first, tolerances, ask),) if ask.same_start or unlike else ()
    samples = samples_of(ask, seen)
    measured = Measured()
    if samples is not None and verdict in (Verdict.DRIFTED, Verdict.DIVERGED):
        measured = measure_spread(sides, held, tolerances, samples, ask.places)
    found = all_unlike(first) if first is not None and not verdict.passes else ()
    if started and started[0] is not None and started[0].computes_the_same:
        found = tuple(each for each in found if each.stage is Stage.START)
    return Looked(seen, started, measured, unlike=found)


def samples_of(ask: Ask, seen: Watched | None) -> int | None:
    """Give how many samples of the spread are to be taken: as many as are asked for, or where both sides are watched as
    is usual, unless a stage parts them plainly. None where no one asks."""
    return ask.samples or (SAMPLES if ask.watch and not _parts_plainly(seen) else None)


def _started(sides: Sides, first: WatchedSides | None, tolerances: Tolerances, ask: Ask) -> SameStart | None:
    done = same_start(sides, first, tolerances)
    if done is None or done.held.comparison.verdict not in (Verdict.DRIFTED, Verdict.DIVERGED):
        return done
    # Behind steps that agree rounding may have grown; nothing has where not one does.
    if ask.samples is None and not done.watched.agreeing and _parts_plainly(done.watched):
        return done
    return with_spread_from_there(done, sides, tolerances, ask.samples or SAMPLES)


def looked_text(looked: Looked, *, passes: bool = False) -> list[str]:
    """Give the lines that tell it; ``passes`` says that the print agrees, whatever stage is apart."""
    watched = watched_text(looked.watched) if looked.watched is not None else []
    if passes and looked.watched is not None and looked.watched.stage is not None:
        watched.append(_ALL_THE_SAME[looked.watched.stage])
    elif passes and looked.watched is not None and looked.watched.held and looked.watched.left.count:
        watched.append(_BESIDES)
    return [
        *spread_text(looked.measured),
        *watched,
        *(line for each in looked.started for line in same_start_text(each)),
    ]


def looked_document(looked: Looked) -> dict[str, Any]:
    """Give the same for ``--json``; what was not looked at is not in it."""
    return {
        "spread": spread_document(looked.measured),
        **({} if looked.watched is None else {"watched": watched_document(looked.watched)}),
        **({"otherwise": looked.otherwise} if looked.otherwise else {}),
        **({"unlike": unlike_document(looked.unlike)} if looked.unlike else {}),
        **({"same_start": same_start_document(looked.started[0])} if looked.started else {}),
    }


def _parts_plainly(seen: Watched | None) -> bool:
    first = seen.parting.first_apart if seen is not None and seen.parting is not None else None
    if first is None:
        return False
    # What moves on one side only may be in no number that is printed.
    return any(gap.relative >= _NO_ROUNDING and not {gap.left, gap.right} & {MOVED, STOOD} for gap in first.gaps)
