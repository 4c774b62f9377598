"""Numbers of lines that a page showed beside its code: at each line, between the lines, or in a column before or
after."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from harness.documents.document import Line

_NUMBERED = re.compile(r"\s*(?:\[(\d{1,4})\]:?|(\d{1,4})(?:[.:|)]|\s*\|)?)(?=\s|$|[^\d\s.,)\]}+*/=:-])[ \t]?")
_BARE = re.compile(r"\s*\d{1,4}[.:]?\s*")
_ROW = re.compile(r"\s*(?:[A-Za-z+#]{1,12}\s+)?((?:\d{1,4}\s+){2,}\d{1,4})\s*")
_FEWEST = 3


def without_line_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines without numbers that count them; as they are where nothing counts them."""
    bare = _without_rows(_without_bare(tuple(lines)))
    return _without_leading(bare)


def _without_leading(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    filled = [line for line in lines if line.text.strip()]
    matches = [_NUMBERED.match(line.text) for line in filled]
    counts = [int(match[1] or match[2]) for match in matches if match]
    if len(filled) < 2 or len(counts) < len(filled) or not _counts(counts):
        return lines
    if all(_BARE.fullmatch(line.text) for line in filled):
        return lines
    kept = {line.number: line.text[match.end() :] for line, match in zip(filled, matches, strict=True) if match}
    return tuple(replace(line, text=kept.get(line.number, line.text)) for line in lines)


def _counts(numbers: Sequence[int]) -> bool:
    """Whether numbers go up by one, but for blank lines that a page left out."""
    steps = [after - before for before, after in itertools.pairwise(numbers)]
    return all(1 <= step <= 3 for step in steps) and sum(step == 1 for step in steps) >= 0.7 * len(steps)


def _without_bare(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines that are a number and nothing else, and count 1, 2, 3."""
    bare = [line for line in lines if _BARE.fullmatch(line.text)]
    numbers = [int(re.sub(r"\D", "", line.text)) for line in bare]
    whole = len(bare) == sum(bool(line.text.strip()) for line in lines)
    if whole or len(bare) < _FEWEST or numbers != list(range(numbers[0], numbers[0] + len(bare))) or numbers[0] > 1:
        return lines
    left_out = {line.number for line in bare}
    return tuple(line for line in lines if line.number not in left_out)


def _without_rows(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A line ``1 2 3 4`` (``python 1 2 3 4``) before or after the code."""
    filled = [line for line in lines if line.text.strip()]
    for edge in (filled[:1], filled[-1:]):
        match = _ROW.fullmatch(edge[0].text) if edge and len(filled) > 1 else None
        if match and [int(number) for number in match[1].split()] == list(range(1, len(match[1].split()) + 1)):
            lines = tuple(line for line in lines if line is not edge[0])
    return lines
