"""Divisions: a script with a division that floors in place of one that does not, or the other way round."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

# tf.div floors integers, and integers alone; tf.divide is Python's /.
_FLOORS, _TRUE = frozenset({"div", "floordiv", "floor_div", "floor_divide"}), frozenset({"divide", "truediv"})


@dataclass(frozen=True)
class Division:
    """A division in a script: its line, its text, whether it floors, and whether it is written as a call."""

    line: int
    text: str
    floors: bool
    called: bool
    node: ast.Call | ast.BinOp


def divisions_of(source: str) -> tuple[Division, ...]:
    """Give the divisions of a script in the order of its lines, those in calls of print left out."""
    tree = tree_of(source)
    found = list(_below(tree)) if tree is not None else []
    return tuple(sorted(found, key=lambda each: each.line))


def with_division(source: str, division: Division) -> str | None:
    """Give the script with one division that floors where it does not, and the other way round."""
    node = division.node
    if node.lineno != node.end_lineno:
        return None
    operands = node.args[:2] if isinstance(node, ast.Call) else [node.left, node.right]
    one, two = (f"({ast.unparse(each)})" for each in operands)
    now = f"({one} / {two})" if division.floors else f"({one} // {two})"
    return edited(source, [Edit(node.lineno, node.col_offset, node.end_col_offset or 0, now)])


def _below(node: ast.AST) -> Iterator[Division]:
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
        return
    name = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
    if isinstance(node, ast.Call) and name in _FLOORS | _TRUE and len(node.args) >= 2:
        yield Division(node.lineno, ast.unparse(node), name in _FLOORS, True, node)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv):
        yield Division(node.lineno, ast.unparse(node), isinstance(node.op, ast.FloorDiv), False, node)
    for child in ast.iter_child_nodes(node):
        yield from _below(child)
