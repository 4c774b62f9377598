"""Trainable: what a script freezes or thaws once its model is compiled."""

import ast

from harness.diagnose.sources.syntax import tree_of

_TRAINS = frozenset({"fit", "train_on_batch"})


def line_set_behind_compile(source: str) -> int:
    """Give the line that sets ``trainable`` of something behind a ``compile``, with no other one before what trains
    next; 0 for a script without."""
    tree = tree_of(source)
    events = sorted(_events(tree), key=lambda each: each[0]) if tree is not None else []
    is_compiled, line = False, 0
    for at, what in events:
        if what == "compile":
            is_compiled, line = True, 0
        elif what == "trainable" and is_compiled:
            line = line or at
        elif what in _TRAINS and line:
            return line
    return 0


def _events(tree: ast.AST) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in _TRAINS or node.func.attr == "compile":
                found.append((node.lineno, node.func.attr))
        elif isinstance(node, ast.Assign) and "trainable" in [getattr(each, "attr", "") for each in node.targets]:
            found.append((node.lineno, "trainable"))
    return found
