"""Directions: a script that goes through a sequence from the other end, for an experiment."""

import ast
from collections.abc import Iterator

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

_BACKWARDS = frozenset({"reversed", "flip", "flipud", "fliplr", "reverse"})


def backwards_in(source: str) -> tuple[int, ...]:
    """Give the lines that go through something from its end: ``reversed``, ``[::-1]``, ``range(n, -1, -1)``."""
    tree = tree_of(source)
    nodes = ast.walk(tree) if tree is not None else ()
    return tuple(sorted(getattr(node, "lineno", 0) for node in nodes if _is_backwards(node)))


def with_loops_turned(source: str) -> Iterator[Rewritten]:
    """Give the script with each of its loops from the other end; those of NumPy and Python alone come first, for one
    that calls much trains."""
    tree = tree_of(source)
    loops = [node for node in (ast.walk(tree) if tree is not None else ()) if isinstance(node, ast.For)]
    for node in sorted(loops, key=lambda each: (sum(isinstance(it, ast.Call) for it in ast.walk(each)), each.lineno)):
        where = node.iter
        if where.lineno != where.end_lineno:
            continue
        inner = where.args[0] if isinstance(where, ast.Call) and _is_reversed(where) and where.args else None
        now = ast.unparse(inner) if inner is not None else f"reversed(list({ast.unparse(where)}))"
        text = edited(source, [Edit(where.lineno, where.col_offset, where.end_col_offset or 0, now)])
        if text is not None:
            yield Rewritten(text, node.lineno, now)


def _is_backwards(node: ast.AST) -> bool:
    if isinstance(node, ast.Slice):
        return _is_minus_one(node.step)
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in _BACKWARDS or (name == "range" and len(node.args) == 3 and _is_minus_one(node.args[2]))


def _is_reversed(node: ast.Call) -> bool:
    return getattr(node.func, "id", "") == "reversed"


def _is_minus_one(node: ast.expr | None) -> bool:
    return (
        isinstance(node, ast.UnaryOp)
        and isinstance(node.op, ast.USub)
        and isinstance(node.operand, ast.Constant)
        and node.operand.value == 1
    )
