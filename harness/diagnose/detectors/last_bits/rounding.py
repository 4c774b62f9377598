"""Rounding: the last bits differ here and there, and nothing more comes of it."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.distance import distances
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import has_float64
from harness.words.finding import Confidence, Finding

_MOST_ULPS = 8
# By how much the distance may be larger in the second half of a run than in the first.
_TREND = 2


def detect(evidence: Evidence) -> Finding | None:
    """Find numbers that differ by no more than 8 ULP and do not move apart along the run, with none missing; only
    where the comparison does not pass, for what passes needs no cause."""
    if evidence.comparison.verdict.passes or evidence.right.failure or evidence.left.failure:
        return None
    if evidence.comparison.missing or evidence.comparison.left_over:
        return None
    if has_float64(evidence.left) != has_float64(evidence.right):
        return None
    apart: list[tuple[Paired, int, int]] = []
    total = 0
    for paired in evidence.paired:
        distances = _distances(paired, evidence)
        if distances is None:
            return None
        total += len(distances)
        differing = sum(ulps > 0 for ulps in distances)
        if differing:
            apart.append((paired, differing, max(distances)))
    if not apart:
        return None
    differing, largest = sum(count for _, count, _ in apart), max(ulps for _, _, ulps in apart)
    measured = all(paired.left.dtype and paired.right.dtype for paired, _, _ in apart)
    return Finding(
        "rounding",
        Confidence.LIKELY if measured else Confidence.POSSIBLE,
        f"{differing} of {total} numbers of {evidence.right.name} differ from those of {evidence.left.name} "
        f"({names_of([paired for paired, _, _ in apart])}), by at most {largest} ULP and no more at the end than at "
        "the start",
        _change(evidence),
    )


def _change(evidence: Evidence) -> str:
    left, right = evidence.left, evidence.right
    advice = "compare within a tolerance of a few ULP"
    if left.tensorflow and (left.tensorflow, left.python) == (right.tensorflow, right.python):
        return (
            f"both ran on TensorFlow {left.tensorflow}: the scripts order operations otherwise, or round them; {advice}"
        )
    return f"the order of operations differs between releases and machines, and between scripts; {advice}"


def _distances(paired: Paired, evidence: Evidence) -> list[int] | None:
    """The distances in ULPs along the run, as the comparison counts them; None where they are more than rounding."""
    if paired.left.dtype and paired.right.dtype and paired.left.dtype != paired.right.dtype:
        return None
    if len(paired.together) < len(paired.left.numbers):
        return None
    found: list[int] = []
    for ulps in distances(paired, evidence.tolerances.of(paired.name)):
        if ulps is None or ulps > _MOST_ULPS:
            return None
        found.append(ulps)
    half = len(found) // 2
    grows = max(found[half:], default=0) > _TREND * max(found[:half], default=0) + _TREND
    return None if grows else found


# Likely without a run: says no more than that the last digits differ.
CAUSE = Cause(("rounding",), detect, likely=("rounding",), harmless=True)
