"""Keywords: a script whose calls of one name are given one more, for an experiment."""

import ast

from harness.diagnose.sources.syntax import Edit, edited, tree_of


def with_keyword(source: str, method: str, keyword: str, value: str) -> str | None:
    """Give the script with ``keyword=value`` in each call of a method that has no such keyword; None where none is."""
    tree = tree_of(source)
    edits = [
        Edit(node.end_lineno or 0, (node.end_col_offset or 0) - 1, (node.end_col_offset or 0) - 1, _added(node, text))
        for node in (ast.walk(tree) if tree is not None else ())
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method
        if all(each.arg not in (keyword, None) for each in node.keywords)
        for text in [f"{keyword}={value}"]
    ]
    made = edited(source, edits)
    return made if made is not None and tree_of(made) is not None else None


def _added(call: ast.Call, text: str) -> str:
    return f", {text}" if call.args or call.keywords else text
