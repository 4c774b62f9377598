"""White space in front of the lines: what all have in common, and tabs among spaces."""

from collections.abc import Sequence
from dataclasses import replace

from harness.documents.document import Line


def without_margin(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines without the white space that all of them begin with, and blank lines empty."""
    filled = [line.text for line in lines if line.text.strip()]
    common = filled[0][: len(filled[0]) - len(filled[0].lstrip())] if filled else ""
    for text in filled:
        while not text.startswith(common):
            common = common[:-1]
    return tuple(replace(line, text=line.text[len(common) :] if line.text.strip() else "") for line in lines)


def untabbed(lines: Sequence[Line], width: int) -> tuple[Line, ...]:
    """Give the lines with the tabs in front of them as spaces."""
    return tuple(replace(line, text=_untabbed(line.text, width)) for line in lines)


def has_tabs(lines: Sequence[Line]) -> bool:
    """Whether a line is indented by a tab."""
    return any("\t" in line.text[: len(line.text) - len(line.text.lstrip())] for line in lines)


def _untabbed(text: str, width: int) -> str:
    bare = text.lstrip(" \t")
    return text[: len(text) - len(bare)].expandtabs(width) + bare
