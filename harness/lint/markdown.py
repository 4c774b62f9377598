"""The Python in Markdown: fenced, indented and ``pre``, each line in its place."""

import re
from collections.abc import Sequence
from pathlib import Path

from harness.documents.document import SESSION, TABLE, Block, Kind
from harness.documents.markdown import blocks_of_markdown
from harness.lint.finding import LintFinding
from harness.lint.sources import Source
from harness.scripts.either import python3_of

_PROMPT = re.compile(r"^(?:>>>|\.\.\.)(?: |$)")
_OURS = re.compile(r"\b(?:tensorflow|tf)\b")


def source_of_markdown(path: Path, text: str) -> Source:
    """Give the Python of a Markdown text, all blocks as one script, since a later one uses the names of an earlier one.
    A block that is no Python is left out; it is told where it says that it is, and has TensorFlow in it."""
    raw = text.replace("\r\n", "\n").split("\n")
    lines = [""] * len(raw)
    indents: dict[int, int] = {}
    broken = []
    for block in blocks_of_markdown("\n".join(raw)):
        if block.kind not in (Kind.CODE, Kind.PREFORMATTED) or block.language == TABLE:
            continue
        typed, moved = _typed(block, raw)
        code = "\n".join(typed)
        try:
            python3_of(code)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            if block.language and _OURS.search(code):
                line = block.lines[0].number - 1 + (getattr(error, "lineno", None) or 1)
                message = f"this is no Python, neither 2 nor 3: {getattr(error, 'msg', None) or error}"
                broken.append(LintFinding(path, line, 1, "TFH001", message))
            continue
        for each, code_line, by in zip(block.lines, typed, moved, strict=True):
            lines[each.number - 1] = code_line
            indents[each.number] = by
    return Source(path, "\n".join(lines), None, indents, tuple(broken))


def _typed(block: Block, raw: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines of a block, of a session what was typed, and how far each was moved for its indent and its prompt."""
    typed, moved = [], []
    for line in block.lines:
        text = line.text.rstrip()
        by = max(raw[line.number - 1].rfind(text), 0) if text else 0
        if block.language == SESSION:
            prompt = _PROMPT.match(text)
            text, by = (text[4:], by + 4) if prompt else ("", 0)
        typed.append(text)
        moved.append(by)
    return typed, moved
