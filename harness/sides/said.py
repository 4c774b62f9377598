"""What two sides print in words alone: a label, a verdict. Numbers are judged elsewhere."""

import re

from harness.diagnose.evidence.evidence import Side

_DIGIT = re.compile(r"\d")
# How a value or a warning of TensorFlow, NumPy and Python reads differs from release to release.
_SHOWN = re.compile(r"[<>]|tensor|\btf\.|dtype|float|\bint\b|warning|deprecat", re.IGNORECASE)
_QUOTED = re.compile(r"\b[bu](?=['\"])")


def other_words(left: Side, right: Side) -> tuple[str, str] | None:
    """Give the first two lines without a number that say something else; None where all say the same, or one side says
    more than the other, which may be a warning. A side that was stopped is read as far as it came."""
    one, two = in_words(left), in_words(right)
    stopped = any(side.cut or side.failure is not None for side in (left, right))
    if len(one) != len(two) and not stopped:
        return None
    pairs = ((mine, other) for mine, other in zip(one, two, strict=False) if plain(mine) != plain(other))
    return next(pairs, None)


def in_words(side: Side) -> list[str]:
    """Give the lines without a number that say something of the script's own; none of a trace."""
    if side.trace is not None:
        return []
    return [line.strip() for line in side.lines if line.strip() and not _DIGIT.search(line) and not _SHOWN.search(line)]


def plain(line: str) -> str:
    """Give a line without marks of bytes and texts, and with one blank between its words."""
    return " ".join(_QUOTED.sub("", line).split())
