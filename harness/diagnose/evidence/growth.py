"""Growth: how far numbers that start in the last digits move apart along a run, in words."""

from dataclasses import dataclass

from harness.diagnose.evidence.agreement import common_dtype
from harness.diagnose.evidence.distance import TOO_SMALL, distances
from harness.diagnose.evidence.evidence import Paired
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.trace import is_floating


@dataclass(frozen=True)
class _Distance:
    """How far two series are apart in ULPs: at the first record that both have, and at most."""

    name: str
    first: int
    largest: int
    record: int


def growth(series: tuple[Paired, ...], tolerances: Tolerances) -> str:
    """Say how far the numbers move apart."""
    apart = [_distance(paired, tolerances.of(paired.name)) for paired in series]
    shown = [
        f"{each.name} is {each.first} ULP apart in the first record and at most {each.largest} (record {each.record})"
        for each in apart
        if each is not None and each.largest
    ]
    return ", ".join(shown) or "the numbers differ in their last digits"


def _distance(paired: Paired, tolerance: Tolerance) -> _Distance | None:
    if not is_floating(common_dtype(paired)):
        return None
    scale = max(map(abs, paired.left.values))
    found = [
        (ulps, mine.position + 1)
        for (mine, _), ulps in zip(paired.together, distances(paired, tolerance), strict=True)
        if abs(mine.value) > TOO_SMALL * scale and ulps is not None
    ]
    if not found:
        return None
    largest, record = max(found, key=lambda each: each[0])
    return _Distance(paired.name, found[0][0], largest, record)
