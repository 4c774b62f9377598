"""Masks: a script whose layers of Keras mask nothing, for an experiment."""

import ast

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

# What no array holds, so that a Masking layer of it masks nothing.
_NOWHERE = "mask_value=1e30"


def masks_in(source: str) -> tuple[int, ...]:
    """Give the lines with an embedding that masks its word 0, or with a layer that masks a value."""
    return tuple(node.lineno for node in _calls(source))


def without_masks(source: str) -> str | None:
    """Give the script whose layers mask nothing; None where none does."""
    edits = []
    for node in _calls(source):
        told = next((each for each in node.keywords if each.arg in ("mask_zero", "mask_value")), None)
        if told is not None and told.arg == "mask_zero":
            edits.append(Edit(told.value.lineno, told.value.col_offset, told.value.end_col_offset or 0, "False"))
        elif node.lineno == node.end_lineno:
            edits.append(Edit(node.lineno, node.func.end_col_offset or 0, node.end_col_offset or 0, f"({_NOWHERE})"))
    return edited(source, edits)


def _calls(source: str) -> list[ast.Call]:
    tree = tree_of(source)
    found = []
    for node in ast.walk(tree) if tree is not None else ():
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        zero = any(
            each.arg == "mask_zero" and isinstance(each.value, ast.Constant) and each.value.value is True
            for each in node.keywords
        )
        if name == "Masking" or (name == "Embedding" and zero):
            found.append(node)
    return found
