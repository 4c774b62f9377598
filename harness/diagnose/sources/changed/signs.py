"""Signs: a script whose loss has the other sign, for an experiment."""

import ast
from collections.abc import Iterator

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

# What is handed the loss first: of a tape, of an optimizer, and of TF1's gradients.
_TRAINS = frozenset({"gradient", "gradients", "minimize", "compute_gradients"})


def with_loss_turned(source: str, lines: frozenset[int]) -> Iterator[Rewritten]:
    """Give the script with what it trains by taken with the other sign, each way: where the name that a tape or an
    optimizer is handed gets its value, and what is set or given back in one of these ``lines``."""
    tree = tree_of(source)
    if tree is None:
        return
    names = set(_trained(tree))
    done: set[int] = set()
    for first in (True, False):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign | ast.Return) or node.value is None or node.lineno in done:
                continue
            is_trained = isinstance(node, ast.Assign) and any(
                isinstance(each, ast.Name) and each.id in names for each in node.targets
            )
            is_there = any(node.lineno <= line <= (node.end_lineno or node.lineno) for line in lines)
            if not (is_trained if first else is_there) or isinstance(node.value, ast.Tuple | ast.List | ast.Dict):
                continue
            made = _turned(source, node.value)
            if made is not None:
                done.add(node.lineno)
                yield made


def _trained(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _TRAINS:
            given = [*node.args[:1], *(each.value for each in node.keywords if each.arg in ("target", "loss"))]
            yield from (each.id for each in given if isinstance(each, ast.Name))


def _turned(source: str, value: ast.expr) -> Rewritten | None:
    if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub):
        edits = [Edit(value.lineno, value.col_offset, value.col_offset + 1, " ")]
        now = ast.unparse(value.operand)
    else:
        end = value.end_lineno or value.lineno, value.end_col_offset or 0
        edits = [Edit(value.lineno, value.col_offset, value.col_offset, "-("), Edit(end[0], end[1], end[1], ")")]
        now = f"-({ast.unparse(value)})"
    text = edited(source, edits)
    return Rewritten(text, value.lineno, now) if text is not None and tree_of(text) is not None else None
