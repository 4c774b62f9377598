"""Keywords: a script whose calls of one name are given one more, for an experiment."""

import ast

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of


def with_keyword(source: str, method: str, keyword: str, value: str) -> str | None:
    """Give the script with ``keyword=value`` in each call of a method, or of a class that may be imported by its name,
    that has no such keyword; None where none is."""
    tree = tree_of(source)
    edits = [
        Edit(node.end_lineno or 0, (node.end_col_offset or 0) - 1, (node.end_col_offset or 0) - 1, _added(node, text))
        for node in (ast.walk(tree) if tree is not None else ())
        if isinstance(node, ast.Call) and _is_called(node.func, method)
        if all(each.arg not in (keyword, None) for each in node.keywords)
        for text in [f"{keyword}={value}"]
    ]
    made = edited(source, edits)
    return made if made is not None and tree_of(made) is not None else None


def _is_called(function: ast.expr, name: str) -> bool:
    if isinstance(function, ast.Name):
        return function.id == name and name[:1].isupper()
    return isinstance(function, ast.Attribute) and function.attr == name


def _added(call: ast.Call, text: str) -> str:
    return f", {text}" if call.args or call.keywords else text
