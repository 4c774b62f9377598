"""Tables of numbers as lines of a log: each cell behind the head of its column."""

import re
from collections.abc import Sequence

from harness.documents.document import Line
from harness.documents.example import Claim
from harness.logs.documented import ELISION

_NUMBER = re.compile(r"^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?$")
_WORD = re.compile(r"[^\W\d_]+")


def rows_as_lines(rows: Sequence[Line], known: Sequence[str]) -> tuple[Line, ...]:
    """Give the rows of a table, cells apart by tabs and its heads first, as lines ``step: 0, loss: 1.5``; none for a
    table without numbers, or of which no head is a word of the names that are ``known`` to be printed."""
    if len(rows) < 2:
        return ()
    heads = [head.strip() for head in rows[0].text.split("\t")]
    words = {word.lower() for name in known for word in _WORD.findall(name)}
    if not any(word.lower() in words for head in heads for word in _WORD.findall(head)):
        return ()
    found = []
    for row in rows[1:]:
        cells = [cell.strip() for cell in row.text.split("\t")]
        if len(cells) != len(heads):
            return ()
        if all(cell in (ELISION, "…", "") for cell in cells):
            found.append(Line(row.number, ELISION))
        elif any(_NUMBER.match(cell) for cell in cells):
            pairs = (f"{head}: {cell}" for head, cell in zip(heads, cells, strict=True) if _NUMBER.match(cell))
            found.append(Line(row.number, ", ".join(pairs)))
    return tuple(found)


def rows_as_claims(rows: Sequence[Line], known: Sequence[str]) -> tuple[Claim, ...]:
    """Give the figures of the same tables, each at the step that the first cell of its row names; none where that is no
    whole number."""
    if not rows_as_lines(rows, known):
        return ()
    heads = [head.strip() for head in rows[0].text.split("\t")]
    found = []
    for row in rows[1:]:
        step, *cells = (cell.strip() for cell in row.text.split("\t"))
        if step.isdecimal():
            pairs = zip(heads[1:], cells, strict=True)
            found += [Claim(row, head, cell, step=int(step)) for head, cell in pairs if _NUMBER.match(cell)]
    return tuple(found)
