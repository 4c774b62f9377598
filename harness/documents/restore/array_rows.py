"""Arrays that NumPy printed over several lines, and a page joined to one."""

import re

_BETWEEN = re.compile(r"\]\s+(?=\[)")


def rows(text: str) -> tuple[str, ...]:
    """Give the lines of a record in which rows of an array were joined: NumPy begins each in a line of its own, as far
    to the right as brackets are open. Lists, which have commas, are of one line; so is any other record."""
    first = text.find("[[")
    if first < 0 or not _BETWEEN.search(text, first):
        return (text,)
    written: list[str] = []
    depth = place = 0
    indent = 0
    for match in _BETWEEN.finditer(text, first):
        piece = text[place : match.start() + 1]
        depth += piece.count("[") - piece.count("]")
        if depth <= 0:
            continue
        written.append(" " * indent + piece if written else piece)
        # Blocks of a deeper array are parted by a blank line for each bracket that closed besides the row's.
        written += [""] * (len(piece) - len(piece.rstrip("]")) - 1)
        place, indent = match.end(), depth
    return (*written, " " * indent + text[place:]) if written else (text,)
