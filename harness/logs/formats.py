"""The format that printed a column of numbers, as far as its texts show it, and how much it leaves open."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from harness.words.printed import LEAST_DIGITS, digits_of, half_of_place, half_unit, integer_in

# NumPy leaves out trailing zeros: `3.` is 3.00000000, at its eight digits.
_NUMPY_DIGITS = 8
# So few numbers may be as long by accident.
FEWEST = 5
# A zero that a format printed, though the number does not need it; 3.0 is how Python writes a whole number.
_ENDS_IN_ZERO = re.compile(r"[+-]?\d*\.(?:\d+0|0+(?=[eE]))(?:[eE][+-]?\d+)?%?")
# Nine of ten numbers end in no zero, so where a format leaves zeros out most numbers are as long as it allows.
_MOST = 0.7


class Counted(Enum):
    """What a format counts: decimals, as ``%.4f`` and ``round(x, 4)`` do, or digits, as ``%.4g`` and ``%.3e`` do."""

    DECIMALS = "decimals"
    DIGITS = "digits"


@dataclass(frozen=True)
class Format:
    """A format of ``places`` decimals or digits, which explains this ``share`` of the texts of a column by their
    length, and the others by zeros that it left out."""

    counted: Counted
    places: int
    share: float

    def slack(self, text: str) -> float:
        """Give half a unit of the last place that the format prints of a number, zeros included."""
        number, share = Decimal(text.removesuffix("%")), 100 if text.endswith("%") else 1
        if self.counted is Counted.DECIMALS:
            return half_of_place(-self.places) / share
        return half_of_place(number.adjusted() + 1 - self.places) / share


def ends_in_zero(text: str) -> bool:
    """Whether a text shows a zero that only a fixed number of decimals or digits prints: ``0.10``, ``1.0e-05``."""
    return _ENDS_IN_ZERO.fullmatch(text) is not None


@lru_cache(maxsize=1 << 17)
def decimals_of(text: str) -> int:
    """Give the decimals of a printed number, 2 for ``5.76``, 6 for ``1.2e-05``; of a percentage those of its number."""
    exponent = Decimal(text.strip().removesuffix("%")).as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


# How long a text is, by what a format counts.
LENGTHS: Mapping[Counted, Callable[[str], int]] = {Counted.DECIMALS: decimals_of, Counted.DIGITS: digits_of}


def format_of(texts: Sequence[str]) -> Format | None:
    """Give the format that explains most texts of a column by their length; None where none explains most of them."""
    explained = []
    for counted, length in LENGTHS.items():
        found = [length(text) for text in texts]
        longest = max(found, default=0)
        explained.append(Format(counted, longest, found.count(longest) / max(1, len(found))))
    best = max(explained, key=lambda each: each.share)
    return best if best.share >= _MOST else None


def slacks_of_column(texts: Sequence[str], *, repeated: bool) -> list[float]:
    """Give for the texts that one column prints, each once, by how much each number may differ from its text;
    ``repeated`` where there are several rows.

    That is half a unit of its last digit. Where the numbers have varying digits and none ends in a zero, or are one
    short number again and again, the printing leaves out zeros (``%s``, ``%g``, ``round``): ``0.1`` says as much as
    ``0.09801`` beside it, and so does ``3`` beside ``2.5``. Where all are integers, they are exact.
    """
    bare = [text.removesuffix("%") for text in texts]
    floats = [text for text in bare if integer_in(text) is None and half_unit(text)]
    if not floats:
        return [0.0] * len(texts)
    format_ = _that_leaves_out_zeros(bare, floats, repeated=repeated)
    return [
        _slack(text, format_) / (100 if percent.endswith("%") else 1) for text, percent in zip(bare, texts, strict=True)
    ]


# So few digits may be as long by accident, too; nobody rounds to more decimals, but the shortest digits that give a
# float32 back have more.
_LEAST = {Counted.DECIMALS: 1, Counted.DIGITS: 3}
_MOST_PLACES = {Counted.DECIMALS: 6, Counted.DIGITS: 17}


def _that_leaves_out_zeros(bare: Sequence[str], floats: Sequence[str], *, repeated: bool) -> Format | None:
    """The format of a column that leaves out zeros; None of one that prints all."""
    digits = {digits_of(text) for text in floats}
    # A fixed number of digits (%.2e) leaves out nothing, and neither does a fixed number of decimals (%.2f).
    fixed = len(digits) == 1 and all("e" in text.lower() for text in floats)
    varying = len({half_unit(text) for text in floats}) > 1 or len(floats) < sum(half_unit(text) > 0 for text in bare)
    short = repeated and len(bare) == 1 and digits == {1}
    if any(map(ends_in_zero, floats)) or not (short or (varying and not fixed)):
        return None
    printed = [text for text in bare if half_unit(text)]
    found = format_of(printed) if len(printed) >= FEWEST else None
    if found is not None and _LEAST[found.counted] <= found.places <= _MOST_PLACES[found.counted]:
        return found
    # The numbers are short by themselves, as rates are.
    return Format(Counted.DIGITS, max(LEAST_DIGITS, *digits), 1.0)


def _slack(text: str, format_: Format | None) -> float:
    unit = half_unit(text)
    if text.endswith("."):
        unit = min(unit, half_of_place(-_NUMPY_DIGITS))
    return min(unit, format_.slack(text)) if format_ is not None and unit else unit
