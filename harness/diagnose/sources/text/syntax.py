"""Syntax: a script's tree, and edits of its text at places of that tree, so that every line keeps its number."""

import ast
import warnings
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """What stands in a line, from 1, in place of the bytes from ``start`` to ``end``: syntax trees count UTF-8."""

    line: int
    start: int
    end: int
    text: str


def tree_of(source: str) -> ast.Module | None:
    """Give a script's syntax tree, None for what today's Python cannot read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def edited(source: str, edits: Iterable[Edit]) -> str | None:
    """Give a script with edits that do not overlap, None where there are none."""
    # As the tree counts them: str.splitlines knows more ends of a line than Python does.
    lines = source.encode().split(b"\n")
    found = False
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.start, edit.end), reverse=True):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start] + edit.text.encode() + line[edit.end :]
        found = True
    return b"\n".join(lines).decode() if found else None


def last_name(node: ast.AST | None) -> str:
    """Give the last part of a name, ``relu`` of ``tf.nn.relu``; an empty text for what is none."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
