"""Drift: how the bits of one case move from release to release, and from style to style, while the log may stay."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harness.compare import flatten
from harness.trace import Trace, Value, is_floating
from harness.ulps import ulps_between


@dataclass(frozen=True)
class Distance:
    """How far a trace is from another.

    ``ulps`` is the largest distance over all floating-point numbers (None: some number has no counterpart of its dtype,
    or is infinite or NaN in one only), ``first_record`` the first one, from 0, that differs in any bit (None: none).
    """

    ulps: int | None
    first_record: int | None

    def __str__(self) -> str:
        if self.first_record is None:
            return "the same bits"
        size = f"{self.ulps} ULP" if self.ulps is not None else "not comparable"
        return f"{size} from record {self.first_record}"


def distance(measured: Trace, expected: Trace) -> Distance:
    """Give the distance of two traces, over the fields that both have where they are of different styles."""
    ours, theirs = flatten(measured), flatten(expected)
    largest: int | None = 0
    first: int | None = None
    for index in range(max(len(ours), len(theirs))):
        if index >= len(ours) or index >= len(theirs):
            return Distance(None, index if first is None else first)
        mine, other = ours.records[index], theirs.records[index]
        for name in mine.keys() & other.keys():
            apart = _apart(mine[name], other[name])
            if apart != 0 and first is None:
                first = index
            largest = None if apart is None or largest is None else max(largest, apart)
    return Distance(largest, first)


def bit_classes(fingerprints: Iterable[str]) -> list[str]:
    """Give a letter to each fingerprint: A for the first, the same one for the same bits, nothing for none."""
    letters: dict[str, str] = {}
    classes = []
    for fingerprint in fingerprints:
        if fingerprint and fingerprint not in letters:
            letters[fingerprint] = _letter(len(letters))
        classes.append(letters.get(fingerprint, ""))
    return classes


def changes(classes: Sequence[str]) -> list[int]:
    """Give the places at which the class is another one than at the last place that has one."""
    found = []
    previous = ""
    for place, letter in enumerate(classes):
        if letter and previous and letter != previous:
            found.append(place)
        previous = letter or previous
    return found


def _apart(left: Value, right: Value) -> int | None:
    if left.dtype != right.dtype:
        return None
    mine, other = left.items[0], right.items[0]
    if isinstance(mine, float) and isinstance(other, float) and is_floating(left.dtype):
        return ulps_between(mine, other, left.dtype)
    return 0 if mine == other else None


def _letter(number: int) -> str:
    """A to Z, then AA, AB, ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
