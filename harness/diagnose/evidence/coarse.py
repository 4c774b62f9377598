"""Numbers that tell little: two accuracies of one digit agree by chance once in ten times."""

from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import apart_in
from harness.words.printed import digits_of
from harness.words.series import Number

# Of so many digits together one in ten thousand is right by chance, and a few dozen changes are tried.
_ENOUGH = 4
_OF_FLOAT32 = 7


def tells_little(evidence: Evidence) -> bool:
    """Whether the numbers that differ, each counted once, have so few digits together that a change of a script may
    bring them to agree though the cause is another one."""
    known = {
        (paired.name, left.value): min(_digits(left), _digits(right))
        for paired in apart_in(evidence)
        for left, right in paired.together
    }
    return sum(known.values()) < _ENOUGH


def _digits(number: Number) -> int:
    """Of a measured number those of a float32."""
    return digits_of(number.text) if number.text else _OF_FLOAT32
