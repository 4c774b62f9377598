"""The start: whether the numbers of the first record differ already, and how far."""

from dataclasses import dataclass

from harness.diagnose.evidence.agreement import first_apart
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.shape import is_counter, is_rate, shown

# Other random numbers are another start altogether, no matter of the last digits.
_FAR = 1e-3


@dataclass(frozen=True)
class Start:
    """That a number differs in the first record, as a sentence ``says``; ``far`` where it is far off. A small
    difference is what rounding may leave as well: only a run tells whether other random numbers made it."""

    says: str
    far: bool


def other_start(evidence: Evidence) -> Start | None:
    """Give the first number, other than steps and rates, that differs in the first record: one that is far off, else
    one that is off at all; None where the start is the same."""
    eligible = [paired for paired in evidence.paired if not is_counter(paired) and not is_rate(paired.name)]
    for far, apart in ((True, _is_far), (False, _is_off)):
        for paired in eligible:
            if apart(paired, evidence):
                return Start(_sentence(paired, evidence), far)
    return None


def other_second_draw(evidence: Evidence) -> str | None:
    """Give what numbers of one name say of which the first agree and the second are far apart, as two draws printed one
    after the other do."""
    for paired in evidence.paired:
        if is_counter(paired) or is_rate(paired.name) or len(paired.together) < 2:
            continue
        (mine, other), (second, next_one) = paired.together[:2]
        far = _FAR * max(abs(second.value), abs(next_one.value)) + second.slack + next_one.slack
        if mine.value == other.value and abs(second.value - next_one.value) > far:
            return (
                f"{paired.name} is {shown(mine.value)} in the first record of both, then {shown(next_one.value)} in "
                f"{evidence.right.name} and {shown(second.value)} in {evidence.left.name}"
            )
    return None


def _sentence(paired: Paired, evidence: Evidence) -> str:
    mine, other = shown(paired.left.numbers[0].value), shown(paired.right.numbers[0].value)
    return (
        f"{paired.name} is {other} in the first record of {evidence.right.name}, {mine} in that of {evidence.left.name}"
    )


def _is_far(paired: Paired, _evidence: Evidence) -> bool:
    mine = paired.left.numbers[0]
    other = paired.right.at().get(mine.position)
    if other is None:
        return False
    far = _FAR * max(abs(mine.value), abs(other.value)) + mine.slack + other.slack
    return abs(mine.value - other.value) > far


def _is_off(paired: Paired, evidence: Evidence) -> bool:
    return first_apart(paired, evidence.tolerances) == paired.left.numbers[0].position
