"""Changing a text at places that its syntax tree names, which leaves all else as it is."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """What stands in place of an expression or a statement."""

    node: ast.expr | ast.stmt
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with its expressions replaced; none may lie inside of another."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line.encode()) + 1)
    content = text.encode()
    for edit in sorted(edits, key=lambda each: (each.node.lineno, each.node.col_offset), reverse=True):
        node = edit.node
        assert node.end_lineno is not None and node.end_col_offset is not None
        begin, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        content = content[:begin] + edit.text.encode() + content[end:]
    return content.decode()


def statement_lines(tree: ast.Module) -> dict[int, int]:
    """Give, for each line of a text that a statement covers, the line where the innermost one of these begins; the
    head of a block is a statement of its own, and decorators belong to what they decorate."""
    found: dict[int, int] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt):
            continue
        decorators = [each.lineno for each in getattr(node, "decorator_list", [])]
        first = min([node.lineno, *decorators])
        for line in range(first, (node.end_lineno or node.lineno) + 1):
            # A child is walked after the statement that holds it.
            found[line] = first
    return found
