"""A document as all formats give it: blocks of lines, each line with its number in the file."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

# The languages of a session with prompts, and of a table, whose lines are its rows, cells parted by a tab.
SESSION = "pycon"
TABLE = "table"
# What stands below code in its own block, as its output.
ANSWER = "answer"


class Kind(Enum):
    """What a block is, as far as the format tells: ``PREFORMATTED`` may be code, a log, or both."""

    PROSE = "prose"
    CODE = "code"
    PREFORMATTED = "preformatted"
    OUTPUT = "output"


@dataclass(frozen=True)
class Line:
    """A line of text, and the number of the line of the file that it stands in, from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Block:
    """Lines that belong together. ``language`` is what the document calls the code (empty: nothing), in lower case;
    ``cell`` the number of a notebook's cell of code, from 1. Code that no loss has damaged, as in a notebook, is
    ``exact``: nothing in it is to be restored."""

    kind: Kind
    lines: tuple[Line, ...]
    language: str = ""
    cell: int | None = None
    exact: bool = False

    @property
    def text(self) -> str:
        """The lines as one text, which ends in a line break if there is any."""
        return "".join(f"{line.text}\n" for line in self.lines)


@dataclass(frozen=True)
class Day:
    """A day as ``2018-09-24``, and where the document says so: ``date in front matter, line 3``."""

    day: str
    where: str


@dataclass(frozen=True)
class Document:
    """A document in the order in which it is read. ``day`` is when it was written, None where it does not say so;
    ``remarks`` say what was made of the file besides, such as its encoding where that is not UTF-8."""

    path: Path
    format: str
    blocks: tuple[Block, ...]
    title: str = ""
    day: Day | None = None
    remarks: tuple[str, ...] = ()
