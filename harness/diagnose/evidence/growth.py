"""Growth: how far numbers that start in the last digits move apart along a run, in words."""

from dataclasses import dataclass

from harness.diagnose.evidence.agreement import common_dtype
from harness.diagnose.evidence.distance import TOO_SMALL, distance
from harness.diagnose.evidence.evidence import Paired
from harness.words.trace import is_floating


@dataclass(frozen=True)
class _Distance:
    """How far two series are apart in ULPs: at the first record that both have, and at most."""

    name: str
    first: int
    largest: int
    record: int


def growth(series: tuple[Paired, ...]) -> str:
    """Say how far the numbers move apart."""
    distances = [found for paired in series if (found := _distance(paired)) is not None and found.largest]
    shown = [
        f"{each.name} is {each.first} ULP apart in the first record and at most {each.largest} (record {each.record})"
        for each in distances
    ]
    return ", ".join(shown) or "the numbers differ in their last digits"


def _distance(paired: Paired) -> _Distance | None:
    dtype = common_dtype(paired)
    if not is_floating(dtype):
        return None
    scale = max(map(abs, paired.left.values))
    found = [
        (ulps, mine.position + 1)
        for mine, other in paired.together
        if abs(mine.value) > TOO_SMALL * scale and (ulps := distance(mine, other, dtype)) is not None
    ]
    if not found:
        return None
    largest, record = max(found, key=lambda each: each[0])
    return _Distance(paired.name, found[0][0], largest, record)
