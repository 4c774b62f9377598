"""Units that are glued to a number: ``31.25dB``, ``1.25M``, ``2.5x``, and the ``j`` of a complex one."""

import re
from decimal import Decimal

from harness.words.printed import FINITE, NUMBER

# Powers of ten, so that `1.25M` is another number than `1.25K`. A unit without one is left out.
_POWERS = {"k": 3, "K": 3, "M": 6, "G": 9, "T": 12, "m": -3}
_BASES = ("", "B", "iB", "b", "bit", "Hz", "W", "V", "A", "J", "Pa", "g", "m", "px")
_POWER_OF = {prefix + base: power for prefix, power in _POWERS.items() for base in _BASES if prefix != "m" or base}
# Behind an integer only these are units: `7fe` and `3d` are parts of names.
_PLAIN = "B|b|bits?|Hz|dB|px|pt|x|X|cm|m|fps|it|img|ppm|bps|rad|deg|st|nd|rd|th"
_FRACTION = r"(?:\d+\.\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)"
_KNOWN = "|".join(sorted({*_POWER_OF, *_PLAIN.replace("bits?", "bit|bits").split("|")}, key=len, reverse=True))
# A number with its unit; a time is none of these, it is noise.
GLUED = rf"(?<![\w.])[+-]?(?:{_FRACTION}[A-Za-z]{{1,5}}|\d+(?:{_KNOWN}))(?![\w.]*\w|(?<=[eE])[+-]\d)"
# The imaginary part stands behind the real one without a blank: 0.5+0.25j.
IMAGINARY = rf"[+-]?{FINITE}j(?!\w)"
_NUMBER_OF = re.compile(rf"([+-]?{FINITE})([A-Za-z]+)")


def without_unit(text: str) -> str:
    """Give the number of a text with a unit, times the power of ten that the unit says: ``31.25`` for ``31.25dB``,
    ``1.25E+6`` for ``1.25M``, with as many digits as there are."""
    match = _NUMBER_OF.fullmatch(text)
    assert match is not None, text
    power = _POWER_OF.get(match[2], 0)
    number = (str(Decimal(match[1]).scaleb(power)) if power else match[1]).removeprefix("+")
    assert NUMBER.fullmatch(number), text
    return number
