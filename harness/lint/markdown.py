"""The Python in Markdown: fenced code, each line in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.lint.finding import LintFinding
from harness.lint.sources import Source
from harness.scripts.either import python3_of

_FENCE = re.compile(r"^(?P<indent>\s*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>[\w+-]*).*$")
_PYTHON = ("", "py", "python", "python3", "python2", "ipython", "pycon", "tensorflow")
_PROMPT = re.compile(r"^(?:>>>|\.\.\.)(?: |$)")
_OURS = re.compile(r"\b(?:tensorflow|tf)\b")


@dataclass(frozen=True)
class Block:
    """Fenced code: the number of its first line, from 1, its language, its lines without their indent, and how far each
    of them was moved for that, and for a prompt."""

    first: int
    language: str
    lines: tuple[str, ...]
    moved: tuple[int, ...]


def source_of_markdown(path: Path, text: str) -> Source:
    """Give the Python of a Markdown text, all blocks as one script, since a later one uses the names of an earlier one.
    A block that is no Python is left out; it is told where it says that it is, and has TensorFlow in it."""
    lines = [""] * (text.count("\n") + 1)
    indents: dict[int, int] = {}
    broken = []
    for block in fenced_blocks(text):
        code = "\n".join(block.lines)
        try:
            python3_of(code)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            if block.language and _OURS.search(code):
                line = block.first - 1 + (getattr(error, "lineno", None) or 1)
                message = f"this is no Python, neither 2 nor 3: {getattr(error, 'msg', None) or error}"
                broken.append(LintFinding(path, line, 1, "TFH001", message))
            continue
        for number, (code_line, moved) in enumerate(zip(block.lines, block.moved, strict=True), start=block.first):
            lines[number - 1] = code_line
            indents[number] = moved
    return Source(path, "\n".join(lines), None, indents, tuple(broken))


def fenced_blocks(text: str) -> Iterator[Block]:
    """Give the fenced blocks of Python, or of no named language, in a text."""
    opened: re.Match[str] | None = None
    first = 0
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _FENCE.match(line)
        if opened is None:
            if match is not None:
                opened, first, lines = match, number + 1, []
        elif match is not None and match["fence"].startswith(opened["fence"]) and not match["language"]:
            if opened["language"].lower() in _PYTHON:
                yield _block(first, opened, lines)
            opened = None
        else:
            lines.append(line.rstrip("\r"))
    if opened is not None and opened["language"].lower() in _PYTHON[1:]:
        yield _block(first, opened, lines)


def _block(first: int, opened: re.Match[str], lines: list[str]) -> Block:
    """The block without the indent of its fence; of a session with prompts, what was typed."""
    session = any(_PROMPT.match(line.strip()) for line in lines)
    kept, moved = [], []
    for line in lines:
        indent = min(len(opened["indent"]), len(line) - len(line.lstrip()))
        code = line[indent:]
        if session:
            prompt = _PROMPT.match(code)
            code, indent = (code[4:], indent + 4) if prompt else ("", 0)
        kept.append(code)
        moved.append(indent)
    return Block(first, opened["language"].lower(), tuple(kept), tuple(moved))
