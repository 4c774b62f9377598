"""The one error that a user can cause, and how it reads."""

import difflib
from collections.abc import Iterable
from pathlib import Path


class UsageError(Exception):
    """Something the user gave cannot be used; printed as ``path:line: message``, exit code 2, no traceback."""

    def __init__(self, message: str, path: Path | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        if self.path is None:
            return self.message
        place = str(self.path) if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"


def not_utf_8(error: UnicodeDecodeError, path: Path) -> UsageError:
    """Give the error for a file that is no text, at the line of its first bad byte."""
    line = error.object.count(b"\n", 0, error.start) + 1
    return UsageError(f"is not UTF-8 at byte {error.start}", path, line)


def near(word: str, known: Iterable[str]) -> str:
    """Give ``; did you mean 'x'?`` for the known words close to ``word``, else nothing."""
    close = difflib.get_close_matches(word, sorted(set(known)), n=3, cutoff=0.5)
    if not close:
        return ""
    return f"; did you mean {' or '.join(repr(name) for name in close)}?"


def first_line_with(text: str, pattern_start: str) -> int | None:
    """Give the number, from 1, of the first line that starts with ``pattern_start`` (white space aside)."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith(pattern_start):
            return number
    return None
