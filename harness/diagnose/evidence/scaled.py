"""Scaled: the one name whose numbers are those of the other side times a whole number, or divided by it."""

from dataclasses import dataclass

from harness.diagnose.evidence.agreement import shifted
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.words.series import Number

_FEWEST = 5
_NEAR = 1e-5


@dataclass(frozen=True)
class Scaled:
    """A name, and the whole number by which one side's numbers are larger."""

    name: str
    factor: int


def only_scaled(evidence: Evidence) -> Scaled | None:
    """Give the only name that does not agree, where a whole factor is all that sets it apart in every record."""
    apart = [paired for paired in evidence.paired if not shifted(paired, evidence.tolerances, 0).whole]
    if len(apart) != 1:
        return None
    return _scaled(apart[0]) or _scaled(apart[0].swapped)


def _scaled(paired: Paired) -> Scaled | None:
    """Of a left side that has the larger numbers."""
    pairs = paired.together
    if len(pairs) < _FEWEST or any(other.value == 0 for _, other in pairs):
        return None
    # The largest number has the most digits.
    mine, other = max(pairs, key=lambda pair: abs(pair[1].value))
    factor = round(mine.value / other.value)
    if factor < 2 or not all(_is_times(first, second, factor) for first, second in pairs):
        return None
    return Scaled(paired.name, factor)


def _is_times(larger: Number, smaller: Number, factor: int) -> bool:
    slack = larger.slack + factor * smaller.slack
    return abs(larger.value - factor * smaller.value) <= slack + _NEAR * abs(larger.value)
