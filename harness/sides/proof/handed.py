"""What two sides get out of TensorFlow, value by value: of a script that trains nothing that is all it computes for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from harness.sides.run import Sides, without_keep
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


@dataclass(frozen=True)
class BothHanded:
    """What each of two sides got, in its order."""

    left: tuple[str | Reduced, ...]
    right: tuple[str | Reduced, ...]


def what_both_get(sides: Sides) -> BothHanded:
    """Run both sides once more and give what they get out of TensorFlow. Both have to be run, not read from a log."""
    futures = []
    for side in (sides.left, sides.right):
        assert side.origin is not None
        request = without_keep(side.origin.request)
        request = replace(request, preludes=(*request.preludes, _PRELUDE))
        futures.append(sides.workers[side.origin.python.absolute()].submit(request))
    left, right = (tuple(_values(future.result().seen)) for future in futures)
    return BothHanded(left, right)


def handed_alike(both: BothHanded) -> Handed | None:
    """Hold what two sides get against each other; None where they do not get the same, or nothing but counts and texts:
    a class that is the largest hides what it is the largest of."""
    if not both.left or len(both.left) != len(both.right):
        return None
    ulps = 0.0
    for one, other in zip(both.left, both.right, strict=True):
        if _differ(one, other):
            return None
        if isinstance(one, Reduced) and isinstance(other, Reduced):
            spacing = coarser(one, other)
            ulps = max(ulps, closeness(one, other).relative / spacing if spacing else 0.0)
    return Handed(len(both.left), ulps) if any(_is_floating(each) for each in both.left) else None


def handed_apart(both: BothHanded) -> int | None:
    """Give the number, from 1, of the first value that two sides get otherwise; None where all are alike, and where
    they get other things, so that no value is the other one's partner."""
    sizes = [[each.size if isinstance(each, Reduced) else None for each in side] for side in (both.left, both.right)]
    if sizes[0] != sizes[1]:
        return None
    pairs = enumerate(zip(both.left, both.right, strict=True), 1)
    return next((number for number, (one, other) in pairs if _differ(one, other)), None)


def _differ(one: str | Reduced, other: str | Reduced) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one != other
    return not agree(one, other)


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
