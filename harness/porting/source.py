"""The text of a script, and how its file says it, so that a draft of it is a file of the same kind."""

import io
import tokenize
from dataclasses import dataclass
from pathlib import Path

from harness.documents.encodings import text_of
from harness.files.odd_file import what_it_is
from harness.words.errors import UsageError


@dataclass(frozen=True)
class Source:
    """A text with plain line ends; ``encoding`` and ``newline`` are those of its file."""

    text: str
    encoding: str = "utf-8"
    newline: str = "\n"

    def as_bytes(self, text: str) -> bytes:
        """Give a text as a file of the same kind has it: a line that names an encoding stays true of it."""
        return text.replace("\n", self.newline).encode(self.encoding, errors="backslashreplace")


def read_source(path: Path) -> Source:
    """Read a script as Python does, or, where that cannot, in the encoding that it seems to have.

    Raises UsageError for a file that cannot be read, or is no text.
    """
    odd = what_it_is(path)
    if odd is not None:
        raise UsageError(f"is {odd}, and no script", path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding)
    except (UnicodeDecodeError, SyntaxError) as error:
        if str(error).startswith("unknown encoding"):
            raise UsageError(f"cannot be read: {error}", path) from None
        # It names none, or another one than it has. A draft is one that Python reads.
        text, encoding = text_of(content, path)[0], "utf-8"
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    # Of a mark for the byte order nothing is kept: nobody needs it, and it stands before the line that says what a
    # draft is.
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(with_one_indentation(plain), encoding.removesuffix("-sig"), newline)


def with_one_indentation(text: str) -> str:
    """Give a text that indents by tabs and by blanks with blanks alone, a tab up to the next eighth column as Python
    reads it: LibCST counts a tab as one. Texts of one kind, and what stands in strings, stay."""
    lines = text.split("\n")
    if len({each for line in lines if line.strip() for each in _lead(line)}) < 2:
        return text
    try:
        inside = _within_strings(text)
    except (tokenize.TokenError, SyntaxError):
        return text
    return "\n".join(
        line if number in inside else _lead(line).expandtabs(8) + line[len(_lead(line)) :]
        for number, line in enumerate(lines, 1)
    )


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _within_strings(text: str) -> set[int]:
    """The lines that begin within a string, by number."""
    found: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.STRING:
            found.update(range(token.start[0] + 1, token.end[0] + 1))
    return found
