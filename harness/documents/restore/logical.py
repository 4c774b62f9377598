"""Logical lines: physical lines that brackets, quotes and backslashes hold together, with what stands before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.documents.document import Line
from harness.documents.restore.scan import depth_after, scan
from harness.documents.restore.statement import Statement, statement

# No call of a script is longer; a bracket that nothing closes shall not take the rest of the text with it.
_LONGEST = 200


@dataclass(frozen=True)
class Logical:
    """A statement with its physical lines, and the blank lines and comments that stand before it. ``hint`` is the
    white space in front of it, where that says anything."""

    lead: tuple[Line, ...]
    lines: tuple[Line, ...]
    statement: Statement
    hint: int | None = None

    @property
    def blank(self) -> int:
        """How many blank lines stand before it."""
        return sum(not line.text.strip() for line in self.lead)


@dataclass(frozen=True)
class Chunk:
    """Physical lines that belong together by their brackets and quotes, with the statement they are, if any Python
    reads them; ``blank`` for white space and comments alone."""

    lines: tuple[Line, ...]
    statement: Statement | None
    blank: bool = False


def chunks(lines: Sequence[Line]) -> tuple[Chunk, ...]:
    """Give the lines in chunks: whole statements, and damaged lines."""
    found: list[Chunk] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if not line.text.strip() or line.text.lstrip().startswith("#"):
            found.append(Chunk((line,), None, True))
            place += 1
            continue
        length = _length(lines, place)
        whole = tuple(lines[place : place + length])
        read = statement("\n".join(part.text for part in whole).strip())
        found.append(Chunk(whole, read))
        place += len(whole)
    return tuple(found)


def _length(lines: Sequence[Line], place: int) -> int:
    """How many lines the brackets and quotes of the first hold together; 1 where nothing closes them."""
    text = "\n".join(line.text for line in lines[place : place + _LONGEST])
    depth = 0
    broken = 0
    for token in scan(text):
        depth = max(0, depth_after(token, depth))
        if token.kind == "other" and token.text in "'\"":
            broken += 1
        if token.kind == "newline" and depth == 0:
            return 1 if broken else text.count("\n", 0, token.start) + 1
    return 1 if depth or broken else text.count("\n") + 1
