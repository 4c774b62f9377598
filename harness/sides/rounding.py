"""Whether two sides part where rounding alone parts the original from itself."""

from dataclasses import replace

from harness.diagnose.evidence.evidence import Side
from harness.sides.run import Sides
from harness.sides.watch import observe
from harness.targets.scene import Prelude
from harness.watching.watched import Watched, watched

_PRELUDE = "perturb"
# So many tries show how soon rounding parts a script from itself; and so many steps have to agree before anything is
# said to grow.
_SAMPLES = 3
_FEWEST = 8
# Two runs of one script, each rounded in its own way, grow apart alike, but not equally.
_ALIKE = 16.0
# Beyond this part of the largest number what rounding has grown to shows.
GROWN = 1e-4


def as_far_by_rounding(left: Side, seen: Watched, sides: Sides) -> bool:
    """Whether the left side, moved at random by at most one ULP, comes as far from itself as the right side did in
    ``seen``, which holds both, or parts no later: then the port is as near to the original as that is to itself. Steps
    that agree before are asked for: what parts at once has not grown."""
    if left.origin is None or (seen.parting is not None and seen.agreeing < _FEWEST):
        return False
    request = left.origin.request
    for sample in range(1, _SAMPLES + 1):
        moved = replace(request, preludes=(*request.preludes, Prelude(_PRELUDE, {"sample": sample})))
        side = replace(left, origin=replace(left.origin, request=moved))
        (found,) = observe((side,), sides)
        itself = watched(seen.left, found.observation)
        if itself.held and _as_far(itself, seen):
            return True
    return False


def until_grown(seen: Watched) -> Watched:
    """Give the longest run of steps from the first one in which nothing has grown."""
    steps = seen.left.steps
    least, most = 0, len(steps)
    found = watched(replace(seen.left, steps=()), seen.right)
    while least < most:
        middle = (least + most + 1) // 2
        held = watched(replace(seen.left, steps=steps[:middle]), seen.right)
        if held.parting is None and held.carried <= GROWN:
            least, found = middle, held
        else:
            most = middle - 1
    return found


def _as_far(itself: Watched, seen: Watched) -> bool:
    if seen.parting is None:
        return itself.parting is not None or itself.carried * _ALIKE >= seen.carried
    return itself.parting is not None and itself.parting.number <= seen.parting.number
