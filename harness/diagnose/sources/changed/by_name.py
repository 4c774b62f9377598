"""Lists by name: a script whose features stand in the order of their names, for an experiment."""

import ast
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

_FEWEST = 2


@dataclass(frozen=True)
class Sorted:
    """A list that names one thing after the other: its ``line``, the ``names`` as they stand there, and the script with
    all such lists in the order of their names."""

    line: int
    names: tuple[str, ...]
    source: str


def by_name(source: str) -> Sorted | None:
    """Give the script whose lists of names, or of expressions with one name each, are in the order of these; None where
    all of them are."""
    tree = tree_of(source)
    lists = [node for node in (ast.walk(tree) if tree is not None else ()) if isinstance(node, (ast.List, ast.Tuple))]
    found = [(node, names) for node in lists if (names := _names(node)) and names != sorted(names)]
    if not found:
        return None
    edits = []
    for node, names in found:
        texts = dict(zip(names, (ast.get_source_segment(source, each) or "" for each in node.elts), strict=True))
        for was, name in zip(node.elts, sorted(names), strict=True):
            edits.append(Edit(was.lineno, was.col_offset, was.end_col_offset or 0, texts[name]))
    text = edited(source, edits)
    first, names = min(found, key=lambda each: each[0].lineno)
    return None if text is None else Sorted(first.lineno, tuple(names), text)


def _names(node: ast.List | ast.Tuple) -> list[str]:
    """The one text in each element, where each is on one line, has one, and no two are the same; else none."""
    if len(node.elts) < _FEWEST or any(each.lineno != each.end_lineno for each in node.elts):
        return []
    texts = [
        [each.value for each in ast.walk(element) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        for element in node.elts
    ]
    names = [each[0] for each in texts if len(each) == 1]
    return names if len(names) == len(node.elts) == len(set(names)) else []
