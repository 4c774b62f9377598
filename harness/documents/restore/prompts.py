"""Prompts of Python and IPython in front of code, and what was printed between them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from harness.documents.document import Line

_PYTHON = re.compile(r"\s*(>>>|\.\.\.)(?: |$|(?=\S))")
_IPYTHON = re.compile(r"\s*(?:In\s*\[\s*\d*\s*\]:|\.{3,}:)(?: |$)")
_FIRST = re.compile(r"\s*(?:>>>|In\s*\[\s*\d*\s*\]:)")
_OUT = re.compile(r"\s*Out\s*\[\s*\d*\s*\]:")


def has_prompts(lines: Sequence[Line]) -> bool:
    """Whether a line begins with a prompt."""
    return any(_FIRST.match(line.text) for line in lines)


def without_prompts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give what was typed behind the prompts. What Python printed between is left out; of ``In [3]:`` the lines that
    follow it are the cell's, until ``Out[3]:``."""
    if not has_prompts(lines):
        return tuple(lines)
    python = any(line.text.lstrip().startswith(">>>") for line in lines)
    kept: list[Line] = []
    taking = not any(line.text.strip() for line in lines[:0])
    for line in lines:
        match = (_PYTHON if python else _IPYTHON).match(line.text)
        if match:
            kept.append(replace(line, text=line.text[match.end() :]))
            taking = True
        elif not python:
            taking = taking and not _OUT.match(line.text)
            if taking:
                kept.append(line)
    return tuple(kept)
