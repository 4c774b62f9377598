"""Scalings: a script that brings its data to another range, for an experiment."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

# What tells how a difference is divided; those of one row hold both.
_DEVIATION, _RANGE = ("std", "sqrt", "var", "sd", "sigma"), ("max", "ptp", "min")
_OTHERS = {
    "deviation": (
        ("from 0 to 1, column by column", "((({0}) - ({0}).min(0)) / (({0}).max(0) - ({0}).min(0)))"),
        ("from 0 to 1", "((({0}) - ({0}).min()) / (({0}).max() - ({0}).min()))"),
        ("as it is", "({0})"),
    ),
    "range": (
        ("by mean 0 and deviation 1, column by column", "((({0}) - ({0}).mean(0)) / ({0}).std(0))"),
        ("by mean 0 and deviation 1", "((({0}) - ({0}).mean()) / ({0}).std())"),
        ("as it is", "({0})"),
    ),
}


@dataclass(frozen=True)
class Rescaled:
    """A script that scales an array otherwise: its text, the line, what stood there, and how it is scaled now."""

    source: str
    line: int
    was: str
    says: str


def with_other_scaling(source: str) -> Iterator[Rescaled]:
    """Give the script with data that it brings to a range or to a deviation brought to the other one, or to none."""
    tree = tree_of(source)
    if tree is None:
        return
    for node in ast.walk(tree):
        if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)) or node.lineno != node.end_lineno:
            continue
        upper, lower = _meant(node.left, tree), _meant(node.right, tree)
        if not (isinstance(upper, ast.BinOp) and isinstance(upper.op, ast.Sub)):
            continue
        words = ast.unparse(lower).lower()
        kind = (
            "range"
            if any(each in words for each in _RANGE)
            else "deviation"
            if any(each in words for each in _DEVIATION)
            else ""
        )
        for says, text in _OTHERS.get(kind, ()):
            other = text.format(ast.unparse(upper.left))
            made = edited(source, [Edit(node.lineno, node.col_offset, node.end_col_offset or 0, other)])
            if made is not None:
                yield Rescaled(made, node.lineno, ast.unparse(node), says)


def _meant(node: ast.expr, tree: ast.AST) -> ast.expr:
    """What a name stands for that is set once; of a sum that keeps a divisor from zero the larger part."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and isinstance(node.right, ast.Constant):
        return _meant(node.left, tree)
    if not isinstance(node, ast.Name):
        return node
    found = [
        each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Assign) and any(getattr(one, "id", "") == node.id for one in each.targets)
    ]
    return found[0] if len(found) == 1 else node
