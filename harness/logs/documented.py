"""Documented logs: the lines that a note printed, as printed, with the places where it leaves lines out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

ELISION = "..."

# A line with the step that it prints, if it prints one.
_Print: TypeAlias = tuple[str | None, str]


@dataclass(frozen=True)
class DocumentedLine:
    """One line of the log; ``number`` counts from 1 in ``documented.log``."""

    number: int
    text: str


@dataclass(frozen=True)
class DocumentedLog:
    """Blocks of consecutive lines. Lines may be missing between two blocks, and before the first or after the last
    one where the log is open at that end."""

    blocks: tuple[tuple[DocumentedLine, ...], ...]
    open_start: bool = False
    open_end: bool = False

    @property
    def lines(self) -> tuple[DocumentedLine, ...]:
        """All documented lines in order."""
        return tuple(line for block in self.blocks for line in block)


@dataclass(frozen=True)
class Alignment:
    """Which record each documented line speaks of (None: there is none), and the records that no line can stand for."""

    pairs: tuple[tuple[DocumentedLine, int | None], ...]
    left_over: tuple[int, ...]


def parse_documented(text: str) -> DocumentedLog:
    """Read ``documented.log``: blank lines and white space at line ends do not count, ``...`` alone is an elision."""
    blocks: list[list[DocumentedLine]] = [[]]
    open_start = open_end = False
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.rstrip()
        if line.strip() == ELISION:
            open_start = open_start or not any(blocks)
            open_end = True
            blocks.append([])
        elif line:
            open_end = False
            blocks[-1].append(DocumentedLine(number, line))
    return DocumentedLog(tuple(tuple(block) for block in blocks if block), open_start, open_end)


def align(
    log: DocumentedLog,
    rendered: Sequence[str],
    record_steps: Sequence[str | None],
    line_steps: Mapping[int, str],
) -> Alignment:
    """Pair documented lines with records.

    ``rendered`` is each record as a line, ``record_steps`` each record's step as text (None: it has none),
    ``line_steps`` the step that a documented line prints, by line number. A block that starts where the run starts is
    paired by position, and so is one that ends where it ends unless its steps are known; any other is where most of
    its steps are right or, without steps, where most of its lines come out. The lines of a block are consecutive: a
    record too many among them is not passed over.
    """
    found = list(zip(record_steps, rendered, strict=True))
    pairs: list[tuple[DocumentedLine, int | None]] = []
    next_free = 0
    for position, block in enumerate(log.blocks):
        if position == 0 and not log.open_start:
            start = 0
        else:
            at_end = position == len(log.blocks) - 1 and not log.open_end
            wanted = [(line_steps.get(line.number), line.text) for line in block]
            start = _best_start(wanted, found, next_free, at_end=at_end)
        indices = range(start, start + len(block))
        pairs += [(line, index if index < len(rendered) else None) for line, index in zip(block, indices, strict=True)]
        next_free = indices.stop
    left_over = () if log.open_end else tuple(range(min(next_free, len(rendered)), len(rendered)))
    return Alignment(tuple(pairs), left_over)


def _best_start(block: Sequence[_Print], found: Sequence[_Print], first: int, *, at_end: bool) -> int:
    """The place, from ``first`` on, at which most steps of the block are right and, among these, most lines: the
    earliest such place or, for a block ``at_end``, the latest."""

    def agreeing(start: int) -> tuple[int, int, int]:
        pairs = list(zip(block, found[start : start + len(block)], strict=False))
        steps = sum(ours is not None and ours == theirs for (theirs, _), (ours, _) in pairs)
        lines = sum(ours == theirs for (_, theirs), (_, ours) in pairs)
        return steps, lines, start if at_end else -start

    best = max(range(first, max(first + 1, len(found))), key=agreeing)
    if at_end and agreeing(best)[0] == 0:
        return max(first, len(found) - len(block))
    return best
