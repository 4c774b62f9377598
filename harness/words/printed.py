"""Numbers as text: finding them in a line, and how much a printed number says."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

# A finite number without its sign, as Python, C and NumPy write it: `1.`, `.5`, `2e-07`.
FINITE = r"(?:\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)"
NUMBER = re.compile(rf"(?<![A-Za-z0-9_.])[+-]?(?:{FINITE}|(?i:inf(?:inity)?|nan))(?!\.?[A-Za-z0-9_])")
_INTEGER = re.compile(r"[+-]?\d+")
# Those of `%g`; whatever else leaves out zeros has more.
LEAST_DIGITS = 6
# The numbers of a long log, each of which is asked for again and again.
_KEPT = 1 << 17
# Python's own limit for reading an int from a text, on which it insists since 3.11.
_LONGEST_INT = 4300
# Wrappers that say what kind of number it is, not which: NumPy 2 scalars in containers, arrays and tensors.
_WRAPPER = re.compile(
    r"\b(?:np|numpy)\.\w+\(|\barray\(|\btf\.Tensor\(|(?<=<tf\.Tensor: )id=\d+,"
    r"|,?\s{0,9}\b(?:dtype=(?:'[^']*'|[\w.]+)|shape=\([\d, ]*\))"
)
# Whatever is not a number, down to the last digit: `55px` and `1.2.3` are words.
_WORD = re.compile(r"#|\w[\w.]*")


@dataclass(frozen=True)
class PrintedText:
    """A text taken apart: its numbers as printed, and its words in order with ``#`` where a number stands; brackets,
    commas and spaces are neither."""

    numbers: tuple[str, ...]
    words: tuple[str, ...]


def take_apart(text: str) -> PrintedText:
    """Give the numbers and words of a text: ``w: [ 3.  7.]`` has the numbers ``3.`` and ``7.`` and the words
    ``w # #``. What says only which kind of number it is (``np.float32(``, ``dtype=float32``) is left out."""
    bare = without_wrappers(text).replace("#", " ")
    return PrintedText(tuple(NUMBER.findall(bare)), tuple(_WORD.findall(NUMBER.sub(" # ", bare))))


def without_wrappers(text: str) -> str:
    """Give a text without what says only which kind of number it holds."""
    return _WRAPPER.sub(" ", text) if "(" in text or "=" in text else text


def bare_number(text: str) -> str:
    """Give the one number that a text consists of, ``1.0`` for ``np.float32(1.0)``; any other text as it is."""
    apart = take_apart(text)
    return apart.numbers[0] if apart.words == ("#",) else text


def number_in(text: str) -> float | None:
    """Give the number that a text is, None for a text that is none."""
    return float(text) if NUMBER.fullmatch(text.strip()) else None


def integer_in(text: str) -> int | None:
    """Give the integer that a text is, exactly, whatever its size; None for ``5.0`` and for all else."""
    if not _INTEGER.fullmatch(text.strip()):
        return None
    return int(text) if len(text) <= _LONGEST_INT else int(Decimal(text.strip()))


def same_number(left: str, right: str) -> bool:
    """Whether two printed numbers are one float64, or where they are too large for that, exactly the same number. Two
    NaNs are the same here."""
    ours, theirs = float(left), float(right)
    if math.isnan(ours) or math.isnan(theirs):
        return math.isnan(ours) and math.isnan(theirs)
    return ours == theirs and (math.isfinite(ours) or Decimal(left.strip()) == Decimal(right.strip()))


@lru_cache(maxsize=_KEPT)
def half_unit(text: str) -> float:
    """Give half a unit of the last digit of a printed number: 0.005 for ``5.76``, 5e-12 for ``1.23e-09``; 0.0 for a
    text that has no last digit (inf, nan)."""
    try:
        exponent = Decimal(text.strip()).as_tuple().exponent
    except InvalidOperation:
        return 0.0
    return half_of_place(exponent) if isinstance(exponent, int) else 0.0


@lru_cache(maxsize=1024)
def half_of_place(exponent: int) -> float:
    """Give half of 10 to the power of ``exponent``; inf where no float64 holds it."""
    return float(Decimal((0, (5,), exponent - 1)))


@lru_cache(maxsize=_KEPT)
def digits_of(text: str) -> int:
    """Give how many significant digits a printed number has, 3 for ``0.0576`` and ``57.6%``; 0 for inf and nan."""
    try:
        number = Decimal(text.strip().removesuffix("%"))
    except InvalidOperation:
        return 0
    return len(number.as_tuple().digits) if number.is_finite() else 0
