"""Monitored metrics: names that callbacks go by, as TensorFlow 2 calls them, for an experiment."""

import ast
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

_NEW_NAMES = {"acc": "accuracy", "val_acc": "val_accuracy"}


@dataclass(frozen=True)
class Monitored:
    """A name by which TensorFlow 1 called a metric, the ``line`` in which a script goes by it, and the script with its
    new name wherever the old one stands."""

    name: str
    new: str
    line: int
    source: str


def with_new_names(source: str) -> Monitored | None:
    """Give the script that goes by the new names of its accuracy; None where it asks for none of that name, or calls it
    ``acc`` itself."""
    tree = tree_of(source)
    nodes = [] if tree is None else list(ast.walk(tree))
    lists = [node for node in nodes if isinstance(node, ast.List | ast.Tuple)]
    named = {each.value for node in lists for each in node.elts if isinstance(each, ast.Constant)}
    texts = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    found = [node for node in texts if node.value in _NEW_NAMES]
    if not found or "accuracy" not in named or "acc" in named:
        return None
    edits = [
        Edit(node.lineno, node.col_offset, node.end_col_offset or 0, f'"{_NEW_NAMES[str(node.value)]}"')
        for node in found
    ]
    text = edited(source, edits)
    first = min(found, key=lambda node: node.lineno)
    name = str(first.value)
    return None if text is None else Monitored(name, _NEW_NAMES[name], first.lineno, text)
