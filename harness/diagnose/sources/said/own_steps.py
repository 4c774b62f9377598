"""Own steps: models whose class has a ``train_step`` of its own, and what that gives back."""

import ast

from harness.diagnose.sources.text.syntax import tree_of


def line_of_own_loss(source: str) -> int:
    """Give the line in which a ``train_step`` gives back a dictionary with a ``loss``; 0 for a script without."""
    tree = tree_of(source)
    steps = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)] if tree is not None else []
    returned = (
        node for step in steps if step.name == "train_step" for node in ast.walk(step) if isinstance(node, ast.Return)
    )
    return next((node.lineno for node in returned if _has_loss(node.value)), 0)


def _has_loss(node: ast.expr | None) -> bool:
    match node:
        case ast.Dict(keys=keys):
            return any(isinstance(key, ast.Constant) and key.value == "loss" for key in keys)
        case ast.Call(func=ast.Name(id="dict"), keywords=keywords):
            return any(each.arg == "loss" for each in keywords)
    return False
