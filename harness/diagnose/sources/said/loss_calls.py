"""Loss calls: the lines in which a script calls a loss of Keras, by its name or as an object that it has made."""

import ast

from harness.diagnose.sources.text.names import aliases_of, dotted
from harness.diagnose.sources.text.syntax import tree_of


def lines_of_loss_calls(source: str) -> frozenset[int]:
    """Give the lines of calls with two arguments of what is named in a module ``losses``, or is made by it."""
    tree = tree_of(source)
    if tree is None:
        return frozenset()
    aliases = aliases_of(tree)
    made = {
        ast.unparse(target)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        if _is_loss(dotted(node.value.func, aliases))
        for target in node.targets
    }
    return frozenset(
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and len(node.args) > 1
        if ast.unparse(node.func) in made or _is_loss(dotted(node.func, aliases))
    )


def _is_loss(name: str) -> bool:
    return ".losses." in f".{name}"
