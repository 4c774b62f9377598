"""The ports of a case side by side: lines that correspond beside each other, comments above what they are about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from harness.report.code import coloured_lines

# Lines that share fewer of their words are not the same line in another style.
_ALIKE = 0.5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class CodeLine:
    """A line of a port: its number, the line, in colours as well, and the comment that stands above it as one text
    with the number of its first line."""

    number: int
    text: str
    html: Markup
    comment: str = ""
    comment_line: int = 0


@dataclass(frozen=True)
class PortRow:
    """What corresponds: a line of each port, None where it has none. It is the ``same`` where all of them have the same
    text, and say the same about it."""

    lines: tuple[CodeLine | None, ...]
    same: bool


def lines_of(text: str) -> tuple[CodeLine, ...]:
    """Give the lines of a script without those that are comments alone: these go with the next line of code."""
    found: list[CodeLine] = []
    comment: list[str] = []
    start = 0
    source = text.rstrip("\n").split("\n")
    for number, (line, html) in enumerate(zip(source, coloured_lines(text), strict=True), start=1):
        bare = line.strip()
        if bare.startswith("#") and not bare.startswith("#!"):
            start = start if comment else number
            comment.append(bare.lstrip("#").strip())
            continue
        found.append(CodeLine(number, line, html, " ".join(comment), start if comment else 0))
        comment = []
    if comment:
        found.append(CodeLine(len(source), "", Markup(""), " ".join(comment), start))
    return tuple(found)


def side_by_side(texts: Sequence[str]) -> tuple[PortRow, ...]:
    """Give the lines of some scripts in rows; of a row, each has one line at most, and all have theirs in order."""
    rows: list[tuple[CodeLine | None, ...]] = [(line,) for line in lines_of(texts[0])] if texts else []
    for text in texts[1:]:
        # Of a row the last line that there is speaks for it: styles are written in the order of their age.
        known = [next((line.text for line in reversed(row) if line is not None), "") for row in rows]
        added = lines_of(text)
        width = len(rows[0]) if rows else 1
        rows = [
            (*(rows[one] if one is not None else (None,) * width), added[other] if other is not None else None)
            for one, other in corresponding(known, [line.text for line in added])
        ]
    return tuple(PortRow(row, _same(row)) for row in rows)


def corresponding(left: Sequence[str], right: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Give which lines of two texts correspond, by their places, in one order for both: equal ones, and between these
    such as share half of their words."""
    matcher = SequenceMatcher(None, [line.strip() for line in left], [line.strip() for line in right], autojunk=False)
    pairs: list[tuple[int | None, int | None]] = []
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            pairs += zip(range(start, end), range(begin, stop), strict=True)
        else:
            matched = _alike(left[start:end], right[begin:stop])
            pairs += [
                (start + one if one is not None else None, begin + other if other is not None else None)
                for one, other in matched
            ]
    return pairs


def _alike(left: Sequence[str], right: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """The pairing, in order, whose lines have most in common."""
    words = [frozenset(_WORD.findall(line)) for line in left], [frozenset(_WORD.findall(line)) for line in right]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for one in reversed(range(len(left))):
        for other in reversed(range(len(right))):
            alike = _share(words[0][one], words[1][other])
            both = alike + best[one + 1][other + 1] if alike >= _ALIKE else 0.0
            best[one][other] = max(both, best[one + 1][other], best[one][other + 1])
    pairs: list[tuple[int | None, int | None]] = []
    one = other = 0
    while one < len(left) and other < len(right):
        alike = _share(words[0][one], words[1][other])
        if alike >= _ALIKE and best[one][other] == alike + best[one + 1][other + 1]:
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            pairs.append((one, None))
            one += 1
        else:
            pairs.append((None, other))
            other += 1
    pairs += [(place, None) for place in range(one, len(left))]
    pairs += [(None, place) for place in range(other, len(right))]
    return pairs


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _same(row: Iterable[CodeLine | None]) -> bool:
    said = {(line.text, line.comment) if line is not None else None for line in row}
    return len(said) == 1
