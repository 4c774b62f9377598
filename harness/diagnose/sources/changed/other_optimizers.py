"""Optimizers: a script that trains by another one of the same rate, or at another rate, for an experiment."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.sources.changed.literals import with_rate
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

# Those that courses and examples train by, as those of TF1 are written in Keras.
_USUAL = (("SGD", "SGD({0})"), ("Adam", "Adam({0}, epsilon=1e-8)"), ("SGD", "SGD({0}, momentum=0.9)"))
_KINDS = frozenset({"SGD", "Adam", "RMSprop", "Adagrad", "Adadelta", "Adamax", "Nadam"})
_BY_NAME = {"sgd": ("SGD", "0.01"), "adam": ("Adam", "0.001"), "rmsprop": ("RMSprop", "0.001")}
_FACTORS = (10.0, 0.1, 100.0, 0.01)


@dataclass(frozen=True)
class Trained:
    """A script that trains otherwise: its text, and by what."""

    source: str
    says: str


def with_other_optimizer(source: str) -> Iterator[Trained]:
    """Give the script with another usual optimizer in place of its one optimizer of Keras, at the same rate."""
    tree = tree_of(source)
    found = [each for node in ast.walk(tree) if (each := _optimizer(node)) is not None] if tree is not None else []
    if len(found) != 1:
        return
    node, kind, rate = found[0]
    if node.lineno != node.end_lineno:
        return
    was = ast.unparse(node)
    for name, text in _USUAL:
        now = f"__import__('tensorflow').keras.optimizers.{text.format(rate)}"
        made = edited(source, [Edit(node.lineno, node.col_offset, node.end_col_offset or 0, now)])
        if made is not None and (name != kind or "momentum" in text) and "momentum" not in was:
            yield Trained(made, f"{text.format(rate)} in place of {was} in line {node.lineno}")


def with_other_rate(source: str, rate: float) -> Iterator[Trained]:
    """Give the script at ten times its rate, at a tenth of it, and so on."""
    for factor in _FACTORS:
        value = float(f"{rate * factor:.9g}")
        made = with_rate(source, value)
        if made is not None:
            yield Trained(made, f"the rate {value:g} in place of {rate:g}")


def _optimizer(node: ast.AST) -> tuple[ast.expr, str, str] | None:
    """An optimizer that a node makes, or names in compile: the node, its kind and the text of its rate."""
    if isinstance(node, ast.keyword) and node.arg == "optimizer" and isinstance(node.value, ast.Constant):
        known = _BY_NAME.get(str(node.value.value).lower())
        return (node.value, *known) if known is not None else None
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in _KINDS:
        return None
    given = [each.value for each in node.keywords if each.arg in ("learning_rate", "lr")] or node.args[:1]
    return (node, node.func.attr, ast.unparse(given[0])) if given else None
