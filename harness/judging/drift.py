"""Drift: how the bits of one case move from release to release, and from style to style, while the log may stay."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from harness.judging.traces import flatten
from harness.words.trace import Record, Trace, Value, is_floating
from harness.words.ulps import ulps_between

_NO_RECORD: Record = {}


@dataclass(frozen=True)
class Distance:
    """How far a trace is from another.

    ``ulps`` is the largest distance over all floating-point numbers (None: some value has no counterpart of its dtype,
    differs without being a number, or is infinite or NaN in one only), ``first_record`` the first one, from 0, that
    differs in any bit (None: none).
    """

    ulps: int | None
    first_record: int | None

    def __str__(self) -> str:
        if self.first_record is None:
            return "the same bits"
        size = f"{self.ulps} ULP" if self.ulps is not None else "not comparable"
        return f"{size} from record {self.first_record}"


def distance(measured: Trace, expected: Trace, *, shared_fields: bool = False) -> Distance:
    """Give the distance of two traces, record by record.

    With ``shared_fields`` only over the fields that both have, as two styles of a case may keep other numbers beside
    the documented ones; records that share none are not comparable.
    """
    largest: int | None = 0
    first: int | None = None
    pairs = zip_longest(flatten(measured).records, flatten(expected).records, fillvalue=_NO_RECORD)
    for index, (record, other) in enumerate(pairs):
        names = record.keys() & other.keys()
        if record.keys() != other.keys() and not (shared_fields and names):
            largest, first = None, index if first is None else first
        for name in names:
            apart = _apart(record[name], other[name])
            if first is None and not _same_bits(record[name], other[name]):
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


def _apart(left: Value, right: Value) -> int | None:
    if left.dtype != right.dtype:
        return None
    measured, expected = left.items[0], right.items[0]
    if isinstance(measured, float) and isinstance(expected, float) and is_floating(left.dtype):
        return ulps_between(measured, expected, left.dtype)
    return 0 if _same_bits(left, right) else None


def _same_bits(left: Value, right: Value) -> bool:
    """Unlike ``==``: NaN is NaN, and -0.0 is not 0.0."""
    return left.dtype == right.dtype and repr(left.items[0]) == repr(right.items[0])


def _letter(number: int) -> str:
    """A to Z, then AA, AB, ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
