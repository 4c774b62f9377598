"""Examples: code of a document that runs by itself, in all ways to read it, and the log that the document shows."""

from dataclasses import dataclass
from enum import Enum

from harness.documents.document import Line


class Source(Enum):
    """Where a document shows a log."""

    BLOCK = "a block of its own"
    COMMENTS = "comments in the code"
    SESSION = "a session with prompts"
    OUTPUTS = "outputs of the notebook"
    TABLE = "a table"
    PROSE = "the prose"


@dataclass(frozen=True)
class Reading:
    """One way to read code: its ``text``, Python 2 or 3, the number of the document's line that each of its lines
    stands in, and what was ``restored`` to get there, in words (empty: it stands there as it is)."""

    text: str
    numbers: tuple[int, ...]
    restored: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecordedLog:
    """The lines of a log, restored where they were damaged, ``...`` alone where the document leaves lines out."""

    lines: tuple[Line, ...]
    source: Source
    restored: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claim:
    """A number that a document names, in a ``line`` besides its logs, and what it calls it. It ``stays`` so in all that
    is printed of that name, or else is printed once; in a line with that ``step``, where one is named."""

    line: Line
    name: str
    value: str
    stays: bool = False
    step: int | None = None


class Role(Enum):
    """How code stands to the rest of its document."""

    WHOLE = "whole"
    VARIATION = "variation"
    EXCERPT = "excerpt"
    FRAGMENT = "fragment"


@dataclass(frozen=True)
class Example:
    """Code that runs by itself; ``first_line`` of the document is where it begins, 0 for a notebook. ``readings`` are
    all ways to read it, the likeliest first; none where it cannot be restored, and ``why_not`` says why, and for a
    fragment, which is not run. ``blocks`` are the numbers of the document's code blocks it is made of, from 1; ``log``
    is None where the document shows none. A variation or an excerpt is ``of`` the example with that number."""

    number: int
    first_line: int
    blocks: tuple[int, ...]
    readings: tuple[Reading, ...]
    log: RecordedLog | None = None
    claims: tuple[Claim, ...] = ()
    role: Role = Role.WHOLE
    of: int | None = None
    why_not: str = ""
    remarks: tuple[str, ...] = ()
