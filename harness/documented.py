"""Documented logs: the lines that a note printed, as printed, with the places where it leaves lines out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ELISION = "..."


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

    @property
    def has_elisions(self) -> bool:
        """Whether the note leaves lines out anywhere."""
        return self.open_start or self.open_end or len(self.blocks) > 1


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
    paired by position, and so is one that ends where it ends unless its steps are known; any other is found by its
    steps, or else is where most of its lines come out.
    """
    by_step: dict[str, int] = {}
    for index, step in enumerate(record_steps):
        if step is not None:
            by_step.setdefault(step, index)
    pairs: list[tuple[DocumentedLine, int | None]] = []
    next_free = 0
    for position, block in enumerate(log.blocks):
        at_start = position == 0 and not log.open_start
        at_end = position == len(log.blocks) - 1 and not log.open_end
        steps = [line_steps.get(line.number) for line in block]
        if at_start:
            indices = list(range(len(block)))
        elif all(step in by_step for step in steps):
            indices = [by_step[step] for step in steps if step is not None]
        else:
            last_start = max(next_free, len(rendered) - len(block))
            start = last_start if at_end else _best_start(block, rendered, next_free, last_start)
            indices = list(range(start, start + len(block)))
        pairs += [(line, index if index < len(rendered) else None) for line, index in zip(block, indices, strict=True)]
        next_free = max(next_free, *(index + 1 for index in indices))
    left_over = () if log.open_end else tuple(range(min(next_free, len(rendered)), len(rendered)))
    return Alignment(tuple(pairs), left_over)


def _best_start(block: Sequence[DocumentedLine], rendered: Sequence[str], first: int, last: int) -> int:
    """The first place at which the most lines of the block are printed as documented."""

    def agreeing(start: int) -> int:
        return sum(line.text == text for line, text in zip(block, rendered[start:], strict=False))

    return max(range(first, last + 1), key=lambda start: (agreeing(start), -start))
