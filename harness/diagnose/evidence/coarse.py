"""Numbers that tell little: two accuracies of one digit agree by chance once in ten times."""

from collections.abc import Iterator

from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import apart_in
from harness.words.printed import digits_of
from harness.words.series import Number

# Of so many digits together one in a hundred thousand is right by chance, and a few dozen changes are tried. What the
# script behind a log does is guessed, and losses that fall are like each other in their first digits.
_ENOUGH, _OF_A_LOG = 5, 12
# Of fewer digits the last one may hide a difference that no rounding makes.
_FINE = 5
_OF_FLOAT32 = 7


def tells_little(evidence: Evidence) -> bool:
    """Whether the numbers that differ, each counted once, have so few digits together that a change of a script may
    bring them to agree though the cause is another one."""
    known = {(name, left.value): min(_digits(left), _digits(right)) for name, left, right in _numbers(evidence)}
    return sum(known.values()) < (_ENOUGH if evidence.left.source else _OF_A_LOG)


def prints_coarsely(evidence: Evidence) -> bool:
    """Whether a series that differs is printed with so few digits that two numbers one last digit apart may differ by
    more than rounding makes."""
    return any(min(_digits(left), _digits(right)) < _FINE for _, left, right in _numbers(evidence))


def _numbers(evidence: Evidence) -> Iterator[tuple[str, Number, Number]]:
    return ((paired.name, *both) for paired in apart_in(evidence) for both in paired.together)


def _digits(number: Number) -> int:
    """Of a measured number those of a float32."""
    return digits_of(number.text) if number.text else _OF_FLOAT32
