"""Two sides of which nothing was compared, since they were stopped before both had printed a number."""

from dataclasses import replace

from harness.diagnose.evidence.gather import SideComparison
from harness.sides.run import Sides
from harness.watching.watched import Watched
from harness.words.verdict import Verdict


def was_nothing_compared(sides: Sides, held: SideComparison) -> bool:
    """Whether a comparison of two scripts rests on no number, though one of them was stopped and might have printed
    some. A log, and what came to its end, is all that there is."""
    if held.lines is None or sides.left.origin is None or sides.right.origin is None:
        return False
    stopped = sides.left.cut or sides.right.cut
    return stopped and not any(match.fields for match in held.lines.matching.rows)


def without_assurance(sides: Sides, held: SideComparison) -> SideComparison:
    """Give a comparison that passes and rests on nothing as one that failed: that nobody can tell is no agreement."""
    if not held.passes or not was_nothing_compared(sides, held):
        return held
    return replace(held, comparison=replace(held.comparison, verdict=Verdict.FAILED))


def with_what_was_seen(held: SideComparison, before: SideComparison, seen: Watched | None) -> SideComparison:
    """Give the comparison as it was ``before``, where no step of those that were looked at on both sides is apart."""
    return before if seen is not None and seen.held and seen.stage is None else held
