"""Whether two sides part where rounding alone parts the original from itself."""

from collections.abc import Iterator
from dataclasses import replace

from harness.diagnose.evidence.evidence import Side
from harness.sides.observing.watch import observe
from harness.sides.run import Sides
from harness.targets.scene import Prelude
from harness.watching.watched import Watched, watched
from harness.words.observation import Observation

_PRELUDE = "perturb"
# So many tries show how soon rounding parts a script from itself; within so many steps nothing has grown yet.
_SAMPLES = 3
_FEWEST = 8
# Two runs of one script, each rounded in its own way, grow apart alike, but not equally.
_ALIKE = 16.0
# What jumps, as the gradient of a maximum does where two elements are nearly equal, does so in one step or another, and
# by about as much.
_AS_MUCH = 2.0
# Beyond so many ULP, in spacings of the largest number of an array, rounding has grown: 1e-4 of that number.
GROWN = 1024.0


def as_far_by_rounding(left: Side, seen: Watched, sides: Sides) -> bool:
    """Whether the left side, moved at random by at most one ULP, comes as far from itself as the right side did in
    ``seen``, which holds both, or parts no later: then the port is as near to the original as that is to itself. Of
    what parts within few steps, which has not grown yet, the same stage has to be as far apart."""
    if left.origin is None:
        return False
    for found in moved_by_rounding(left, sides):
        itself = watched(seen.left, found)
        if itself.held and _as_far(itself, seen, _there(seen, found)):
            return True
    return False


def moved_by_rounding(side: Side, sides: Sides) -> Iterator[Observation]:
    """Run a side that is no log, moved at random by at most one ULP, as often as shows what that makes of it."""
    assert side.origin is not None
    request = side.origin.request
    for sample in range(1, _SAMPLES + 1):
        moved = replace(request, preludes=(*request.preludes, Prelude(_PRELUDE, {"sample": sample})))
        (found,) = observe((replace(side, origin=replace(side.origin, request=moved)),), sides)
        yield found.observation


def until_grown(seen: Watched) -> Watched:
    """Give the longest run of steps from the first one in which nothing has grown."""
    steps = seen.left.steps
    least, most = 0, len(steps)
    found = watched(replace(seen.left, steps=()), seen.right)
    while least < most:
        middle = (least + most + 1) // 2
        held = watched(replace(seen.left, steps=steps[:middle]), seen.right)
        if held.parting is None and held.ulps <= GROWN:
            least, found = middle, held
        else:
            most = middle - 1
    return found


def _there(seen: Watched, moved: Observation) -> Watched | None:
    """The step in which both sides part, of the left one and of itself moved: it may have parted long before by what
    is nothing here, as a loss near zero is."""
    if seen.parting is None:
        return None
    steps = tuple(step for step in seen.left.steps if step.number == seen.parting.number)
    return watched(replace(seen.left, steps=steps), moved)


def _as_far(itself: Watched, seen: Watched, there: Watched | None) -> bool:
    if seen.parting is None:
        return itself.parting is not None or itself.carried * _ALIKE >= seen.carried
    if itself.parting is None or itself.parting.number > seen.parting.number:
        return False
    if itself.stage is seen.stage and not _is_scaled(seen) and apart(itself) * _AS_MUCH >= apart(seen):
        return True
    if seen.agreeing >= _FEWEST:
        return there is not None and apart(there) * _ALIKE >= apart(seen)
    return itself.stage is seen.stage and apart(itself) * _ALIKE >= apart(seen)


def _is_scaled(held: Watched) -> bool:
    """Whether all gradients are the other side's times one number: rounding does not scale, and clipping does."""
    first = held.parting.first_apart if held.parting is not None else None
    return first is not None and first.factor is not None


def apart(held: Watched) -> float:
    """Give how far the stage is apart in which two sides part, relative to the largest elements; 0 where none is."""
    first = held.parting.first_apart if held.parting is not None else None
    return max((gap.relative for gap in first.gaps), default=0.0) if first is not None else 0.0
