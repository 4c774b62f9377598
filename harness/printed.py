"""Numbers as text: finding them in a line, and how much a printed number says."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|(?i:inf|nan)\b)(?![A-Za-z_])"
)
# Wrappers that say what kind of number it is, not which: NumPy 2 scalars in containers, arrays and tensors.
_WRAPPER = re.compile(r"\b(?:np|numpy)\.\w+\(|\barray\(|\btf\.Tensor\(|,?\s*\b(?:dtype|shape)=[\w.()', ]*")
_WORD = re.compile(r"[^\W\d_][\w.]*")


@dataclass(frozen=True)
class PrintedText:
    """A text taken apart: its numbers as printed, and its words in order; brackets, commas and spaces are neither."""

    numbers: tuple[str, ...]
    words: tuple[str, ...]


def take_apart(text: str) -> PrintedText:
    """Give the numbers and words of a text: ``w: [ 3.  7.]`` has the word ``w`` and the numbers ``3.`` and ``7.``."""
    bare = _WRAPPER.sub(" ", text)
    return PrintedText(tuple(_NUMBER.findall(bare)), tuple(_WORD.findall(_NUMBER.sub(" ", bare))))


def number_in(text: str) -> float | None:
    """Give the number that a text is, None for a text that is none."""
    try:
        return float(text)
    except ValueError:
        return None


def half_unit(text: str) -> float:
    """Give half a unit of the last digit of a printed number: 0.005 for ``5.76``, 5e-12 for ``1.23e-09``; 0.0 for a
    text that has no last digit (inf, nan)."""
    try:
        exponent = Decimal(text.strip()).as_tuple().exponent
    except InvalidOperation:
        return 0.0
    return 0.5 * 10.0**exponent if isinstance(exponent, int) else 0.0
