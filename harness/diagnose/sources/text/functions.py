"""Functions: whether a line of a script is done more than once, since it stands in one that is called again."""

import ast

from harness.diagnose.sources.text.syntax import tree_of


def is_called_again(source: str, line: int) -> bool:
    """Whether a line stands in a function that the text calls in two places or more: its name, or a method's."""
    tree = tree_of(source)
    if tree is None:
        return False
    names = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    called = [
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    ]
    return any(called.count(name) > 1 for name in names)
