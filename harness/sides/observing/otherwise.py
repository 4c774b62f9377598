"""Two sides that print the same and are known not to compute the same."""

from collections.abc import Mapping

from harness.sides.observing.rounding import moved_by_rounding
from harness.sides.observing.watch import observe
from harness.sides.run import Sides
from harness.watching.closeness import closeness
from harness.watching.continued import continued
from harness.watching.counts import surely_unequal, unequal_steps
from harness.watching.end_statistics import end_statistics, statistics_apart
from harness.watching.ends import EndApart, end_apart, ends, ends_alike
from harness.watching.statistics_alone import statistics_alone
from harness.watching.watched import Watched
from harness.words.observation import Observation, Reduced

# Two runs of one script, each rounded in its own way, grow apart alike, but not equally.
_ALIKE = 16.0


def computed_otherwise(sides: Sides, seen: Watched) -> str:
    """Say in words what two sides surely compute otherwise, whatever they print: their trained variables come to other
    values, in as many updates or in another number of them, or what batch norm keeps does, or moves on one side only.
    Empty where they do not, and where that is not certain: where a side was stopped, does not repeat itself, or is
    moved as far by rounding alone; where what is drawn at random may differ."""
    if any(side.origin is None or side.failure is not None or side.is_stopped for side in (sides.left, sides.right)):
        return ""
    unequal = surely_unequal(seen.left, seen.right, seen.pairs) and not ends_alike(seen)
    whole = _is_whole(seen.left) and _is_whole(seen.right)
    apart = (end_apart(seen) or statistics_apart(seen)) if whole else None
    alone = statistics_alone(seen.left, seen.right, seen.pairs) if whole else ""
    if not unequal and not alone and apart is None:
        return ""
    again = continued(*(each.observation for each in observe((sides.left, sides.right), sides)))
    unequal = unequal and [each.count for each in again] == [seen.left.count, seen.right.count]
    alone = alone if statistics_alone(again[0], again[1], seen.pairs) == alone else ""
    apart = apart if [_ends(each) for each in again] == [_ends(seen.left), _ends(seen.right)] else None
    if unequal or apart is not None:
        moved = list(moved_by_rounding(sides.left, sides))
        unequal = unequal and all(each.count == seen.left.count for each in moved)
        apart = apart if apart is not None and _is_further(apart, moved) else None
    if unequal:
        return unequal_steps(seen.left, seen.right, ("the left side", "the right"))
    return alone or (str(apart) if apart is not None else "")


def _is_whole(seen: Observation) -> bool:
    """Whether a watched run came to its end, for what variables come to is told there."""
    return seen.loose is not None


def _ends(seen: Observation) -> Mapping[str, Reduced]:
    return {**ends(seen), **end_statistics(seen)}


def _is_further(apart: EndApart, moved: list[Observation]) -> bool:
    """Whether a variable is further apart than rounding moves it."""
    found = [_ends(each).get(apart.name) for each in moved]
    return all(each is not None and apart.relative > _ALIKE * closeness(apart.left, each).relative for each in found)
