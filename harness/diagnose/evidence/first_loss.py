"""The first loss of a log against that of a script: a whole number of times as large, or as small."""

from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import is_loss

_LARGEST = 100_000
# Of a ratio, what must be known to tell it from the next whole number; and what rounding leaves of it.
_KNOWN, _NEAR = 0.1, 1e-5


def times_of_first_loss(evidence: Evidence) -> tuple[str, float] | None:
    """Give the name of the first loss that both have, and by how much a log's is larger: a whole number from 2 on, or
    one over such a number; None where it is none, or too few digits are printed to tell."""
    paired = next((each for each in evidence.paired if is_loss(each.name) and each.together), None)
    if not evidence.left.is_log or paired is None:
        return None
    mine, other = paired.together[0]
    if not mine.value or not other.value or mine.value * other.value < 0:
        return None
    ratio = mine.value / other.value
    large = max(ratio, 1 / ratio)
    whole = round(large)
    unsure = (mine.slack / abs(mine.value) + other.slack / abs(other.value) + _NEAR) * large
    if not 2 <= whole <= _LARGEST or unsure > _KNOWN or abs(large - whole) > unsure:
        return None
    return paired.name, float(whole) if ratio > 1 else 1.0 / whole
