"""Literals: where a script says its learning rate, and the script with another one."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.evidence import Side
from harness.diagnose.shape import is_rate
from harness.diagnose.syntax import Edit, edited, tree_of

_KEYWORDS = ("learning_rate", "lr", "initial_learning_rate")
_MAKERS = ("SGD", "Adam", "RMSprop", "Adagrad", "Adadelta", "ExponentialDecay", "exponential_decay")


@dataclass(frozen=True)
class Rate:
    """A rate that a script names: its value, and the parameter that it is (empty: it is a literal of the text)."""

    value: float
    parameter: str = ""


def rate_of(side: Side) -> Rate | None:
    """Give the rate that a side's script was run with: a parameter, or the one literal that stands where rates do."""
    if side.origin is not None:
        for name, value in side.origin.request.parameters.items():
            if is_rate(name) and isinstance(value, float):
                return Rate(value, name)
    tree = tree_of(side.source) or ast.Module([], [])
    for name, value in _defaults(tree):
        return Rate(value, name if side.origin is not None else "")
    found = {number for literal in _literals(tree) if (number := _number(literal)) is not None}
    return Rate(found.pop()) if len(found) == 1 else None


def with_rate(source: str, new: float) -> str | None:
    """Give a script with another literal wherever its rate stands, and nowhere else; None where it has none."""
    tree = tree_of(source)
    if tree is None:
        return None
    return edited(
        source,
        {
            Edit(node.lineno, node.col_offset, node.end_col_offset or 0, repr(new))
            for node in _literals(tree)
            if _number(node) is not None and node.lineno == node.end_lineno
        },
    )


def _defaults(tree: ast.Module) -> Iterator[tuple[str, float]]:
    """Parameters of ``trace`` that are a rate, with their defaults."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "trace" and node.args.defaults:
            words = node.args.args[-len(node.args.defaults) :]
            for word, default in zip(words, node.args.defaults, strict=True):
                value = _number(default)
                if value is not None and is_rate(word.arg):
                    yield word.arg, value


def _literals(tree: ast.Module) -> Iterator[ast.expr]:
    """Where a rate may stand; not all of it are numbers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _rate_arguments(node)
        elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and is_rate(t.id) for t in node.targets):
            yield node.value


def _rate_arguments(call: ast.Call) -> Iterator[ast.expr]:
    name = ast.unparse(call.func).rpartition(".")[2]
    yield from (keyword.value for keyword in call.keywords if keyword.arg in _KEYWORDS)
    if (name.endswith("Optimizer") or name in _MAKERS) and call.args:
        yield call.args[0]
    if name == "assign_sub" and call.args and isinstance(call.args[0], ast.BinOp):
        product = call.args[0]
        if isinstance(product.op, ast.Mult):
            yield from (product.left, product.right)


def _number(node: ast.expr) -> float | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return float(node.value)
    return None
