"""Rounding that has grown: the first record differs in the last bits, and training carries the difference on."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.agreement import common_dtype
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.shape import is_counter, is_rate, rates
from harness.words.finding import Confidence, Finding
from harness.words.trace import is_floating
from harness.words.ulps import spacing

# Of the first record in ULPs; by how much one record may add at once; and what part of a number may be gone at the end.
_MOST_AT_FIRST, _LEAP, _MOST_AT_LAST = 8, 16, 0.05
_FEWEST_RECORDS = 5
# A stage of one step that parts the sides by so much of the largest number is no rounding.
_NO_ROUNDING = 0.01


@dataclass(frozen=True)
class _Apart:
    """How far the numbers of one array, or of one name, are apart in a record: in ULPs of the largest of them, and as a
    part of it."""

    name: str
    record: int
    ulps: float
    part: float


def detect(evidence: Evidence) -> Finding | None:
    """Suspect rounding where all starts within 8 ULP, at the scale of each array, and moves apart without a leap, along
    at least five records, of which none is missing. A stage that is seen to be plainly apart is no rounding.

    No trial: a difference as small as rounding may be another cause's as well, a rate of another dtype say.
    """
    comparison = evidence.comparison
    if comparison.verdict.passes or evidence.right.failure or evidence.left.failure or _is_plainly_apart(evidence):
        return None
    if (
        comparison.missing
        or comparison.left_over
        or any(each.left.dtype != each.right.dtype for each in evidence.paired)
    ):
        return None  # two dtypes are a cause of their own
    if any(mine.value != other.value for paired in rates(evidence) for mine, other in paired.together):
        return None  # other rates are a cause, however little they differ
    arrays: dict[str, list[Paired]] = {}
    for paired in evidence.paired:
        if not is_counter(paired) and not is_rate(paired.name):
            arrays.setdefault(paired.name.partition("[")[0], []).append(paired)
    if not all(is_floating(common_dtype(paired)) for series in arrays.values() for paired in series):
        return None
    found = {name: _apart(name, series) for name, series in arrays.items()}
    if not found or any(not _is_gradual(records) for records in found.values()):
        return None
    first = max((records[0] for records in found.values()), key=lambda apart: apart.ulps)
    largest = max((apart for records in found.values() for apart in records), key=lambda apart: apart.ulps)
    if largest.ulps <= _MOST_AT_FIRST:
        return None
    return Finding(
        "rounding-grown",
        Confidence.POSSIBLE,
        f"all is at most {first.ulps:.0f} ULP apart in the first record ({first.name}) and moves apart without a leap, "
        f"by at most {largest.ulps:.0f} ULP ({largest.name} in record {largest.record}), of the largest in each array",
        "compare the first records, or let both sides compute in float64: what was rounding stays small there",
    )


def _is_plainly_apart(evidence: Evidence) -> bool:
    parting = evidence.parting
    first = parting.first_apart if parting is not None else None
    return first is not None and any(gap.relative >= _NO_ROUNDING for gap in first.gaps)


def _apart(name: str, series: Iterable[Paired]) -> list[_Apart]:
    """The distance of an array in each record that both sides have, beyond what was cut off when it was printed."""
    together = [pair for paired in series for pair in paired.together]
    dtype = common_dtype(next(iter(series)))
    scales: dict[int, float] = {}
    distances: dict[int, float] = {}
    for mine, other in together:
        place = mine.position
        scales[place] = max(scales.get(place, 0.0), abs(mine.value))
        beyond = max(0.0, abs(mine.value - other.value) - mine.slack - other.slack)
        distances[place] = max(distances.get(place, 0.0), beyond)
    found = []
    for place, distance in sorted(distances.items()):
        unit = spacing(scales[place], dtype)
        ulps = distance / unit if unit else math.inf  # beyond the largest number there is none
        found.append(_Apart(name, place + 1, ulps, distance / scales[place] if scales[place] else distance))
    return found


def _is_gradual(records: list[_Apart]) -> bool:
    if len(records) < _FEWEST_RECORDS or not records[0].ulps <= _MOST_AT_FIRST:
        return False
    most = records[0].ulps
    for apart in records[1:]:
        if not apart.ulps <= _LEAP * max(most, 1) or not apart.part <= _MOST_AT_LAST:
            return False
        most = max(most, apart.ulps)
    return True


CAUSE = Cause(("rounding-grown",), detect)
