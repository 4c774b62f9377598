"""Attributes that a script sets by a name that nobody reads any more, for an experiment."""

import ast

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of


def with_attribute_set(source: str, old: str, new: str) -> Rewritten | None:
    """Give the script that sets attribute ``new`` wherever it sets ``old``, as in ``optimizer.lr = 0.01``, and the line
    of the first; None where it sets none. An object's own, ``self.lr = 0.01``, is the script's."""
    tree = tree_of(source)
    nodes = ast.walk(tree) if tree is not None else ()
    found = [
        node
        for node in nodes
        if isinstance(node, ast.Attribute)
        and node.attr == old
        and isinstance(node.ctx, ast.Store)
        and not (isinstance(node.value, ast.Name) and node.value.id == "self")
    ]
    edits = [
        Edit(each.end_lineno or 0, (each.end_col_offset or 0) - len(old), each.end_col_offset or 0, new)
        for each in found
    ]
    text = edited(source, edits)
    return Rewritten(text, min(each.lineno for each in found), new, old) if text is not None else None
