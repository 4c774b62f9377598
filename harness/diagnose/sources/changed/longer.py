"""Longer: a script whose loop makes more records, for an experiment that foretells them."""

import ast

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of


def longer(source: str, more: int) -> str | None:
    """Give a script whose loop over ``range(...)``, the outermost that prints or yields, goes round ``more`` times
    more; None where there is no such loop, or more than one, or the text is no Python 3."""
    tree = tree_of(source)
    loops = _loops(tree) if tree is not None else []
    if len(loops) != 1:
        return None
    call = loops[0]
    end = call.args[0] if len(call.args) == 1 else call.args[1]
    step = f" * ({ast.unparse(call.args[2])})" if len(call.args) == 3 else ""
    if end.end_lineno is None or end.end_col_offset is None:
        return None
    return edited(
        source,
        [
            Edit(end.lineno, end.col_offset, end.col_offset, "("),
            Edit(end.end_lineno, end.end_col_offset, end.end_col_offset, f") + {more}{step}"),
        ],
    )


def _loops(node: ast.AST) -> list[ast.Call]:
    """What the outermost loops that print or yield go over, where that is a range."""
    if isinstance(node, ast.For) and _tells(node):
        over = node.iter
        is_range = isinstance(over, ast.Call) and ast.unparse(over.func) == "range" and not over.keywords
        return [over] if isinstance(over, ast.Call) and is_range and 1 <= len(over.args) <= 3 else []
    return [call for child in ast.iter_child_nodes(node) for call in _loops(child)]


def _tells(loop: ast.For) -> bool:
    return any(
        isinstance(node, ast.Yield) or (isinstance(node, ast.Call) and ast.unparse(node.func).endswith("print"))
        for node in ast.walk(loop)
    )
