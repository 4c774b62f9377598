"""A draft of a port: its text, and what in it nobody but its reader can settle."""

import re
from dataclasses import dataclass
from pathlib import Path

# What begins the comment of a mark, and that of the line which says what a file is.
MARK = "# port: "
HEAD = "# Ported "
_MARKED = re.compile(rf"^\s*{re.escape(MARK)}(?P<reason>.*\S)\s*$")
# What Python and the shell read in the first two lines.
_FIRST = re.compile(r"^#!|^[ \t\f]*#.*?coding[:=]")
# Beyond this many lines nobody looks for what a file says of itself.
_HEAD_LINES = 5


@dataclass(frozen=True)
class Mark:
    """A line of a draft that says ``# port: reason`` of the statement below it: what was not rewritten, and why."""

    line: int
    reason: str


@dataclass(frozen=True)
class Draft:
    """A draft of a port. All that was not rewritten has a mark, which stands in the text as well; ``changes`` are what
    was rewritten, in words, each once."""

    text: str
    marks: tuple[Mark, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aim:
    """What a draft is for: the ``release`` that it is to run on and its interpreter (None: none is asked, and what
    TensorFlow's own upgrader does is done by names alone); ``origin`` is the release of
    TensorFlow 1 whose numbers it is to compute (empty: not known), ``python2`` says that it is Python 2, which is seen
    by itself where Python 3 cannot read it."""

    release: str
    python: Path | None
    origin: str = ""
    python2: bool = False


def marks_in(text: str) -> tuple[Mark, ...]:
    """Give the marks that stand in a text, in the order of its lines."""
    found = ((number, _MARKED.match(line)) for number, line in enumerate(text.split("\n"), start=1))
    return tuple(Mark(number, match["reason"]) for number, match in found if match)


def with_marks(text: str, reasons: dict[int, list[str]]) -> str:
    """Put reasons above the lines of a text that they are about, indented as these are; one that stands there already
    is not put again. Lines are those where statements begin."""
    lines = text.split("\n")
    found: list[str] = []
    for number, line in enumerate(lines, start=1):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        above = reasons_above(lines, number - 1)
        missing = [reason for reason in dict.fromkeys(reasons.get(number, ())) if reason not in above]
        found.extend(f"{indent}{MARK}{reason}" for reason in missing)
        found.append(line)
    return "\n".join(found)


def is_draft(text: str) -> bool:
    """Whether a text says of itself that it is a draft of a port."""
    return any(line.startswith(HEAD) for line in text.split("\n")[:_HEAD_LINES])


def reasons_above(lines: list[str], place: int) -> set[str]:
    """Give the reasons that stand right above the line at a place."""
    found = set()
    while place and (match := _MARKED.match(lines[place - 1])):
        found.add(match["reason"])
        place -= 1
    return found


def with_head(text: str, words: str) -> str:
    """Give a text with a line that says what it is, below the lines that name its interpreter and encoding; one that
    says something already is left as it is."""
    if is_draft(text):
        return text
    lines = text.split("\n")
    place = 0
    while place < min(2, len(lines)) and _FIRST.match(lines[place]):
        place += 1
    return "\n".join([*lines[:place], f"{HEAD}{words}", *lines[place:]])
