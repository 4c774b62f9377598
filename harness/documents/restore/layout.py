"""Statements and their depths, written as lines."""

from collections.abc import Sequence

from harness.documents.document import Line
from harness.documents.restore.logical import Logical
from harness.documents.restore.scan import scan

_STEP = "    "


def laid_out(logicals: Sequence[Logical], depths: Sequence[int], tail: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of statements at these depths. Lines within brackets go along with the first; those within quotes
    stay, for their space is part of a text."""
    written: list[Line] = []
    for logical, depth in zip(logicals, depths, strict=True):
        written += [Line(line.number, _at(line.text, depth)) for line in logical.lead]
        first = logical.lines[0].text
        moved = len(_STEP) * depth - (len(first) - len(first.lstrip()))
        quoted = _quoted_lines(logical.lines)
        written.append(Line(logical.lines[0].number, _at(first, depth)))
        for number, line in enumerate(logical.lines[1:], 1):
            written.append(line if number in quoted else Line(line.number, _moved(line.text, moved, depth)))
    written += [Line(line.number, line.text.strip()) for line in tail]
    return tuple(written)


def _at(text: str, depth: int) -> str:
    return _STEP * depth + text.strip() if text.strip() else ""


def _moved(text: str, by: int, depth: int) -> str:
    bare = text.lstrip()
    space = len(text) - len(bare)
    return " " * max(space + by, len(_STEP) * (depth + 1) if not space else 0) + bare if bare else ""


def _quoted_lines(lines: Sequence[Line]) -> set[int]:
    """The numbers, from 0, of lines that begin within quotes."""
    if len(lines) == 1:
        return set()
    text = "\n".join(line.text for line in lines)
    quoted: set[int] = set()
    for token in scan(text):
        if token.kind == "string":
            first = text.count("\n", 0, token.start)
            quoted |= set(range(first + 1, first + 1 + token.text.count("\n")))
    return quoted
