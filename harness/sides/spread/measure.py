"""The spread that rounding makes in a script, measured: the side runs again, moved at random by at most one ULP."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides, is_exact
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.judging.amplified import Sensitivity, amplified_lines, amplified_records
from harness.judging.spread import Spread, spread_of_lines, spread_of_traces, widest
from harness.judging.traces import Tolerances
from harness.sides.run import Sides
from harness.targets.scene import Prelude
from harness.targets.target import Request
from harness.words.finding import Place
from harness.words.verdict import Verdict

# So many samples show a spread. Measured: docs/compare.md.
SAMPLES = 8
_PRELUDE = "perturb"
# A run with moves reads and loads what it trains now and then, and so takes longer than one without.
_PATIENCE = 2


@dataclass(frozen=True)
class Measured:
    """What the samples of some sides showed, or why they showed nothing: ``problem``, in words."""

    sensitivity: Sensitivity | None = None
    problem: str = ""


def measure_spread(
    sides: Sides, held: SideComparison, tolerances: Tolerances, samples: int = SAMPLES, places: Sequence[Place] = ()
) -> Measured:
    """Run sides again, each ``samples`` times moved by at most one ULP in what it trains and is fed, and hold what
    differs against how far that moves their numbers.

    ``places`` are the sides that are run so: by default the left one or, where that is a log, the right one. A side
    that does not repeat itself with nothing moved has no spread of rounding.
    """
    known = {Place.LEFT: sides.left, Place.RIGHT: sides.right}
    wanted = places or [place for place, side in known.items() if side.origin is not None][:1]
    spreads = []
    for place in wanted:
        found = _spread_of(known[place], sides, tolerances, samples, line_by_line=held.records is None)
        if isinstance(found, str):
            return Measured(problem=f"the {place} side {found}")
        spreads.append(found if place is Place.LEFT else _as_left(found, held))
    if not spreads:
        return Measured(problem="no side can be run: two logs have no spread")
    return Measured(_sensitivity(sides, held, tolerances, widest(spreads)))


def with_spread(sides: Sides, held: SideComparison, tolerances: Tolerances, measured: Measured) -> SideComparison:
    """Give the comparison anew, numbers within the spread ``amplified``."""
    if measured.sensitivity is None or not measured.sensitivity.amplified:
        return held
    return compare_sides(sides.left, sides.right, tolerances, measured.sensitivity.amplified)


def _sensitivity(sides: Sides, held: SideComparison, tolerances: Tolerances, spread: Spread) -> Sensitivity:
    left, right = sides.left, sides.right
    if held.comparison.verdict is Verdict.DRIFTED:
        # Only last digits are off: what adds up in another order rounds them otherwise from the first step on.
        spread = replace(spread, least=1.0)
    if held.lines is not None:
        exact = is_exact(left, right)
        return amplified_lines(held.lines.matching, tolerances, spread, exact=exact)
    assert held.records is not None and left.trace is not None and right.trace is not None
    return amplified_records(left.trace, right.trace, held.records.matches, tolerances, spread)


def _spread_of(side: Side, sides: Sides, tolerances: Tolerances, samples: int, *, line_by_line: bool) -> Spread | str:
    """The spread of a side, or why there is none."""
    if side.origin is None:
        return "is a log, and so nothing runs it again"
    worker, request = sides.workers[side.origin.python.absolute()], side.origin.request
    futures = [worker.submit(perturbed(request, number)) for number in range(samples + 1)]
    runs = [side_of_outcome(side.name, worker.target, side.origin, future.result()) for future in futures]
    failed = next((run.failure for run in runs if run.failure is not None), None)
    if failed is not None and side.failure is None:
        return f"fails where it is moved by one ULP: {failed.reason}"
    still, *moved = runs
    if not compare_sides(side, still, tolerances).comparison.verdict.passes:
        return "does not repeat itself, so that no spread of rounding can be measured"
    if line_by_line:
        return spread_of_lines(side.lines, [run.lines for run in moved])
    assert side.trace is not None
    traces = [run.trace for run in moved if run.trace is not None]
    return spread_of_traces(side.trace, traces)


def perturbed(request: Request, sample: int, keep: Path | None = None) -> Request:
    """Give a request whose run is moved by at most one ULP at random, by the number of the ``sample``; 0 moves nothing,
    and is to print what the script does by itself. What it writes is copied to ``keep`` (None: nobody wants it)."""
    scene = None if request.scene is None else replace(request.scene, keep=keep)
    timeout = request.timeout if request.within else request.timeout * _PATIENCE
    setting = {"sample": sample} if sample else {"sample": 0, "still": True}
    return replace(request, scene=scene, timeout=timeout, preludes=(*request.preludes, Prelude(_PRELUDE, setting)))


def _as_left(spread: Spread, held: SideComparison) -> Spread:
    """The spread of the right side's numbers, each at the place of its left partner."""
    places: dict[tuple[int, str], tuple[int, str]] = {}
    if held.lines is not None:
        for match in held.lines.matching.rows:
            if match.left is None or match.right is None:
                continue
            for mine, other in match.fields:
                if mine is not None and other is not None:
                    places[match.left.line, mine.name] = (match.right.line, other.name)
        return Spread(
            spread.samples, {left: spread.largest[right] for left, right in places.items() if right in spread.largest}
        )
    assert held.records is not None
    left_of = {right: left for left, right in held.records.matches if left is not None and right is not None}
    return Spread(
        spread.samples,
        {(left_of[place], name): size for (place, name), size in spread.largest.items() if place in left_of},
    )
