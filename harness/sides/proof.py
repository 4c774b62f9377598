"""Whether a port computes what the original computed: both run, from the same values, and every number that was seen is
held against its partner."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides
from harness.judging.traces import Tolerances
from harness.sides.run import Sides
from harness.sides.run_text import stopped_after
from harness.sides.same_start import SameStart, same_start
from harness.sides.spread import measure_spread, with_spread
from harness.sides.watch import watch_sides
from harness.watching.stages import StageHeld
from harness.watching.watched import Watched
from harness.watching.words import watched_text
from harness.words.verdict import Verdict

_SILENT = "silent"
_NOTHING = "it prints no number and trains nothing that could be held"


@dataclass(frozen=True)
class Proof:
    """``words`` say what is proved, or why it is not; ``details`` are what else was seen, a line each. ``runs`` says
    whether the port ran at all, ``steps`` how many steps were held, ``ulps`` how far apart their arrays are at most."""

    proved: bool
    words: str
    details: tuple[str, ...] = ()
    runs: bool = True
    steps: int = 0
    ulps: float = 0.0

    def __str__(self) -> str:
        return f"{'proved' if self.proved else 'not proved'}{self.words}"


def prove(sides: Sides, tolerances: Tolerances) -> Proof:
    """Hold a port, the right side, against the original: what both print, and what they compute step by step from the
    values that the original begins with."""
    for who, side in (("the original", sides.left), ("the port", sides.right)):
        if _failed(side):
            assert side.failure is not None
            reason = f": {who} does not run on TensorFlow {side.tensorflow}: {side.failure.reason}"
            return Proof(False, reason, runs=who != "the port")
    held = _held(sides.left, sides.right, tolerances)
    seen = watch_sides(sides)
    if seen is None or not seen.held:
        return _by_print(sides, held)
    trains = bool(seen.left.count and seen.right.count)
    started = same_start(sides, seen, tolerances) if trains else None
    if started is not None:
        return _by_start(sides, seen, started, tolerances)
    if seen.parting is not None:
        return _parted(seen)
    return _by_computation(sides, seen, held, trains=trains)


def _by_start(sides: Sides, seen: Watched, started: SameStart, tolerances: Tolerances) -> Proof:
    """By a run of each from the values that the original begins with."""
    steps = started.watched
    if not steps.held:
        return Proof(False, ": same start, but no step of both was seen", tuple(watched_text(steps)))
    if steps.parting is not None:
        return _parted(steps, started.left_out)
    if started.left_out or started.given < started.wanted:
        if seen.parting is None:
            # Both began with the same values by themselves.
            return _by_computation(sides, seen, _held(sides.left, sides.right, tolerances), trains=True)
        given = f"{started.given} of {started.wanted + len(started.left_out)} variables"
        return Proof(False, f": same start for {given} only", tuple(f"not set: {each}" for each in started.left_out))
    held = _started_held(sides, started, tolerances)
    words = f"same start, {_steps(steps)}, all numbers {_within(steps.ulps)}"
    if not _agrees(held):
        return Proof(False, f": {words}, but not what is printed: {_first(held)}", steps=steps.held, ulps=steps.ulps)
    amplified = ["printed numbers as far as rounding moves them"] * (held.comparison.verdict is Verdict.AMPLIFIED)
    return Proof(True, f"{_ran(sides)}: {', '.join([words, *amplified])}", steps=steps.held, ulps=steps.ulps)


def _started_held(sides: Sides, started: SameStart, tolerances: Tolerances) -> SideComparison:
    """What both print from the same start; where rounding has grown in it, what of that rounding alone makes."""
    left, right = started.sides
    held = _held(left, right, tolerances)
    if held.comparison.verdict not in (Verdict.DRIFTED, Verdict.DIVERGED):
        return held
    both = replace(sides, left=left, right=right)
    return with_spread(both, held, tolerances, measure_spread(both, held, tolerances))


def _by_computation(sides: Sides, seen: Watched, held: SideComparison, *, trains: bool) -> Proof:
    """By what both computed as they ran, without a same start."""
    what = f"{_steps(seen)} from the same seeds" if trains else "all that it computes"
    words = f"{what} {_within(seen.ulps)}" if not trains else f"{what}, all numbers {_within(seen.ulps)}"
    if not _agrees(held):
        return Proof(False, f": {words}, but not what is printed: {_first(held)}", steps=seen.held, ulps=seen.ulps)
    if not trains and not _numbers(held) and not _computes(seen):
        return Proof(False, f": {_NOTHING}")
    return Proof(True, f"{_ran(sides)}: {words}", steps=seen.held, ulps=seen.ulps)


def _by_print(sides: Sides, held: SideComparison) -> Proof:
    """By print alone, where nothing was seen of what is computed."""
    if not _agrees(held):
        return Proof(False, f": {_first(held)}")
    count = _numbers(held)
    if not count:
        return Proof(False, f": {_NOTHING}")
    return Proof(True, f"{_ran(sides)}: the {count} numbers that it prints, by print alone")


def _parted(seen: Watched, left_out: tuple[str, ...] = ()) -> Proof:
    step = seen.parting
    assert step is not None and step.first_apart is not None
    first = step.first_apart
    layer = f", layer {_layer(first)}" if _layer(first) else ""
    text = watched_text(seen)
    stage = next((line.partition(": ")[2] for line in text if line.startswith("stage ")), "")
    details = tuple(line.strip() for line in text if not line.startswith("stage "))
    return Proof(
        False,
        f": stage {first.stage}{layer}, step {step.number}: {stage}",
        (*details, *(f"not set: {each}" for each in left_out)),
        steps=seen.agreeing,
        ulps=seen.ulps,
    )


def _layer(held: StageHeld) -> str:
    """The layer of the op with which the forward passes part: the scope that it lies in, innermost but for its own."""
    place = held.place.left or held.place.right if held.place is not None else None
    return place.name.rpartition("/")[0] if place is not None else ""


def _held(left: Side, right: Side, tolerances: Tolerances) -> SideComparison:
    """Both held line by line; a script that prints nothing has not failed by that."""
    return compare_sides(_spoken(left), _spoken(right), tolerances)


def _spoken(side: Side) -> Side:
    silent = side.failure is not None and side.failure.kind == _SILENT
    return replace(side, failure=None) if silent else side


def _failed(side: Side) -> bool:
    return side.failure is not None and side.failure.kind != _SILENT and not (side.failure.is_limit and side.lines)


def _agrees(held: SideComparison) -> bool:
    return held.passes or _limit_only(held)


def _limit_only(held: SideComparison) -> bool:
    """Whether a side was stopped at its limit, and all that both had printed by then agrees."""
    comparison = held.comparison
    return (
        comparison.verdict is Verdict.FAILED
        and comparison.agreeing > 0
        and comparison.first is None
        and not comparison.left_over
        and not comparison.missing
    )


def _numbers(held: SideComparison) -> int:
    """How many numbers of both were held."""
    if held.lines is not None:
        return sum(len(match.fields) for match in held.lines.matching.rows)
    return held.comparison.agreeing


def _computes(seen: Watched) -> bool:
    return any(step.layers or step.loss is not None for step in seen.left.steps)


def _first(held: SideComparison) -> str:
    comparison = held.comparison
    if comparison.first is not None:
        return str(comparison.first)
    return f"{comparison.agreeing} of {comparison.expected} lines agree"


def _steps(seen: Watched) -> str:
    count = f"{seen.held} step{'s' if seen.held != 1 else ''}"
    return count if seen.held >= seen.left.count else f"{count} looked at of {seen.left.count}"


def _within(ulps: float) -> str:
    return f"within {ulps:.2g} ULP" if ulps else "bit for bit"


def _ran(sides: Sides) -> str:
    """That a side was stopped, and after what."""
    return next((f", as far as it ran ({after})" for after in _stops(sides)), "")


def _stops(sides: Sides) -> Iterator[str]:
    for side in (sides.left, sides.right):
        if side.cut and side.origin is not None:
            yield stopped_after(side).removesuffix(" (--within)").removesuffix(" (--steps)")
        elif side.failure is not None and side.failure.is_limit and side.origin is not None:
            yield f"{side.origin.request.timeout:g} s"
