"""Gradients first: a script that takes the gradients of several losses before it updates by any of them."""

import ast
from collections.abc import Iterator

from harness.diagnose.sources.text.syntax import tree_of

_TAKES, _UPDATES = frozenset({"gradient", "gradients", "compute_gradients"}), frozenset({"apply_gradients", "apply"})


def gradients_before_updates(source: str) -> int | None:
    """Give the line of the first update of a script that takes gradients twice or more in a block, and updates as often
    behind that; None where each update follows its gradients, or there is one alone."""
    tree = tree_of(source)
    for block in _blocks(tree) if tree is not None else ():
        calls = sorted(_calls(block), key=lambda call: (call.end_lineno or 0, call.end_col_offset or 0))
        names = [call.func.attr for call in calls if isinstance(call.func, ast.Attribute)]
        first = next((at for at, name in enumerate(names) if name in _UPDATES), None)
        if first is not None and _count(names[:first], _TAKES) > 1 and _count(names[first:], _UPDATES) > 1:
            return calls[first].lineno
    return None


def _blocks(tree: ast.Module) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.For | ast.While):
            yield node.body


def _calls(block: list[ast.stmt]) -> list[ast.Call]:
    return [
        node
        for statement in block
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _TAKES | _UPDATES
    ]


def _count(names: list[str], among: frozenset[str]) -> int:
    return sum(name in among for name in names)
