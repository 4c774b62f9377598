"""What came of holding two logs against each other: a verdict, and the lines and numbers by where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from harness.logs.matching import Matching, Standing
from harness.logs.pair import Alone, Renumbered, unjudged
from harness.logs.rows import Row
from harness.words.verdict import Comparison


@dataclass(frozen=True)
class LogLine:
    """A line of a log with its number, from 1; an array over several lines is one."""

    number: int
    text: str


@dataclass(frozen=True)
class Noise:
    """A number that both sides print in one line and that nobody judges: a time it took."""

    line: int
    name: str
    left: str
    right: str


@dataclass(frozen=True)
class LineComparison:
    """What came of holding the lines of one log, ``right``, against those of another, ``left``: the comparison and the
    matching that it judged."""

    comparison: Comparison
    matching: Matching

    @property
    def missing(self) -> tuple[LogLine, ...]:
        """The lines with numbers that only the left side has."""
        return _lines(match.left for match in self.matching.of(Standing.MISSING))

    @property
    def left_over(self) -> tuple[LogLine, ...]:
        """The lines with numbers that only the right side has."""
        return _lines(match.right for match in self.matching.of(Standing.LEFT_OVER))

    @property
    def extra_left(self) -> tuple[LogLine, ...]:
        """Banners, warnings and other lines of the left side that say nothing against the numbers."""
        return _lines(match.left for match in self.matching.of(Standing.EXTRA))

    @property
    def extra_right(self) -> tuple[LogLine, ...]:
        """The same of the right side."""
        return _lines(match.right for match in self.matching.of(Standing.EXTRA))

    @property
    def not_shown(self) -> tuple[LogLine, ...]:
        """The lines that the other side leaves out, or did not come to before it was stopped."""
        return _lines(match.left or match.right for match in self.matching.of(Standing.NOT_SHOWN))

    @property
    def noise(self) -> tuple[Noise, ...]:
        """Numbers that differ and need not agree."""
        return tuple(noise for pair in _pairs(self.matching) for noise in _noise(*pair))

    @property
    def matched(self) -> tuple[tuple[int, int], ...]:
        """For each left line that has a partner its number and that of the right line."""
        return tuple((left.line + 1, right.line + 1) for left, right in _pairs(self.matching))

    @property
    def alone(self) -> tuple[Alone, ...]:
        """Numbers that one side has besides."""
        return self.matching.alone

    @property
    def renumbered(self) -> tuple[Renumbered, ...]:
        """Steps that the two count from different numbers."""
        return self.matching.renumbered


def _pairs(matching: Matching) -> Iterator[tuple[Row, Row]]:
    for match in matching.of(Standing.PAIRED):
        assert match.left is not None and match.right is not None
        yield match.left, match.right


def _noise(left: Row, right: Row) -> list[Noise]:
    return [
        Noise(left.line + 1, of_left.name, of_left.text, of_right.text)
        for of_left, of_right in unjudged(left, right)
        if of_left.text != of_right.text
    ]


def _lines(rows: Iterable[Row | None]) -> tuple[LogLine, ...]:
    return tuple(LogLine(row.line + 1, row.text) for row in rows if row is not None)
