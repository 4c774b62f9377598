"""What two sides get out of TensorFlow, value by value: of a script that trains nothing that is all it computes for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from harness.sides.run import Sides
from harness.targets.report import Seen
from harness.targets.scene import Prelude
from harness.watching.closeness import agree, closeness, coarser
from harness.watching.read import read_reduced
from harness.words.observation import Reduced
from harness.words.trace import is_floating

_PRELUDE = Prelude("handed_out")
_KIND = "handed"


@dataclass(frozen=True)
class Handed:
    """Values of both sides that agree: ``count`` of them, at most ``ulps`` apart."""

    count: int
    ulps: float


def handed_alike(sides: Sides) -> Handed | None:
    """Run both sides once more and hold what they get against each other, in its order; None where they do not get the
    same, or nothing but counts and texts: a class that is the largest hides what it is the largest of.

    Both sides have to be run, not read from a log.
    """
    futures = []
    for side in (sides.left, sides.right):
        assert side.origin is not None
        request = side.origin.request
        scene = None if request.scene is None else replace(request.scene, keep=None)
        request = replace(request, scene=scene, preludes=(*request.preludes, _PRELUDE))
        futures.append(sides.workers[side.origin.python.absolute()].submit(request))
    left, right = (_values(future.result().seen) for future in futures)
    if not left or len(left) != len(right):
        return None
    ulps = 0.0
    for one, other in zip(left, right, strict=True):
        if isinstance(one, str) or isinstance(other, str):
            if one != other:
                return None
            continue
        if not agree(one, other):
            return None
        spacing = coarser(one, other)
        ulps = max(ulps, closeness(one, other).relative / spacing if spacing else 0.0)
    return Handed(len(left), ulps) if any(_is_floating(each) for each in left) else None


def _is_floating(value: str | Reduced) -> bool:
    return isinstance(value, Reduced) and is_floating(value.dtype)


def _values(seen: Iterable[Seen]) -> list[str | Reduced]:
    found: list[str | Reduced] = []
    for each in seen:
        if each.kind != _KIND:
            continue
        array = read_reduced(each.what.get("array"))
        found.append(str(each.what.get("text")) if array is None else array)
    return found
