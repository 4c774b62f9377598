"""Fetches: which calls of ``Session.run`` fetch numbers beside a train op that changes what they read."""

import ast

from harness.diagnose.sources.text.syntax import tree_of
from harness.diagnose.sources.text.tensorflow import TRAIN_OPS

_MADE = (*TRAIN_OPS, "assign", "assign_add", "assign_sub")


def fetched_with_a_step(source: str) -> list[int]:
    """Give the lines of the ``run`` calls that fetch a train op, or an assignment, together with anything else.

    TensorFlow promises no order for what one ``Session.run`` fetches, other than that of what depends on each other: a
    loss may be read before, after, or amid the update.
    """
    tree = tree_of(source)
    if tree is None:
        return []
    steps = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_step(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    runs = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_run(node)]
    return sorted(run.lineno for run in runs if _mixes(run.args[0], steps))


def _is_run(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "run" and bool(call.args)


def _is_step(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in _MADE


def _mixes(fetches: ast.expr, steps: set[str]) -> bool:
    if isinstance(fetches, ast.Dict):
        parts = list(fetches.values)
    elif isinstance(fetches, ast.List | ast.Tuple):
        parts = list(fetches.elts)
    else:
        return False
    trained = [part for part in parts if _is_step(part) or (isinstance(part, ast.Name) and part.id in steps)]
    return bool(trained) and len(trained) < len(parts)
