"""Slices: a script that takes another part of an array, for an experiment."""

import ast
from collections.abc import Iterator

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of


def with_other_slice(source: str, other: str, lines: frozenset[int]) -> Iterator[Rewritten]:
    """Give the script with slices that the ``other`` one has not taken from the other end, or as one of that script's;
    those in these ``lines`` first."""
    tree = tree_of(source)
    theirs = [_text(each) for each in _slices(tree_of(other))]
    mine = [each for each in _slices(tree) if _text(each) not in theirs]
    for node in sorted(mine, key=lambda each: (each.lineno not in lines, each.lineno)):
        known = [_text(each) for each in _slices(tree)]
        for now in dict.fromkeys((*_from_the_other_end(node), *(each for each in theirs if each not in known))):
            part = node.slice
            if part.lineno != part.end_lineno or _dimensions(now) != _dimensions(_text(node)):
                continue
            # Of a tuple the text has no parentheses, nor has the place.
            text = edited(source, [Edit(part.lineno, part.col_offset, part.end_col_offset or 0, now)])
            if text is not None and tree_of(text) is not None:
                yield Rewritten(text, node.lineno, f"[{now}]", f"[{_text(node)}]")


def _slices(tree: ast.AST | None) -> list[ast.Subscript]:
    """The subscripts that take a part by numbers alone, those of what is printed left out."""
    found: list[ast.Subscript] = []

    def look(node: ast.AST) -> None:
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
            return
        if isinstance(node, ast.Subscript) and _is_of_numbers(node.slice):
            found.append(node)
        for child in ast.iter_child_nodes(node):
            look(child)

    if tree is not None:
        look(tree)
    return found


def _is_of_numbers(node: ast.expr) -> bool:
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    return all(_is_part(each) for each in parts) and any(_is_cut(each) for each in parts)


def _is_part(node: ast.expr) -> bool:
    if isinstance(node, ast.Slice):
        return all(each is None or _number(each) is not None for each in (node.lower, node.upper, node.step))
    return _number(node) is not None or (isinstance(node, ast.Constant) and node.value in (None, ...))


def _is_cut(node: ast.expr) -> bool:
    """Whether it leaves something out: ``1:``, ``:-1``, ``-1``; a first index alone may be that of a tuple."""
    if isinstance(node, ast.Slice):
        return node.lower is not None or node.upper is not None or node.step is not None
    return _number(node) == -1


def _number(node: ast.expr | None) -> int | None:
    sign = -1 if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else 1
    value = node.operand if isinstance(node, ast.UnaryOp) else node
    known = isinstance(value, ast.Constant) and isinstance(value.value, int) and not isinstance(value.value, bool)
    return sign * value.value if known and isinstance(value, ast.Constant) and isinstance(value.value, int) else None


def _text(node: ast.Subscript) -> str:
    part = node.slice
    if isinstance(part, ast.Tuple):
        return ", ".join(ast.unparse(each) for each in part.elts)
    return ast.unparse(part)


def _dimensions(text: str) -> int:
    return text.count(",")


def _from_the_other_end(node: ast.Subscript) -> Iterator[str]:
    """``1:`` as ``:-1`` and the other way round, the last element as the first, ``::2`` as ``1::2``."""
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    turned = ", ".join(map(_turned, parts))
    if turned != _text(node):
        yield turned


def _turned(node: ast.expr) -> str:
    if not isinstance(node, ast.Slice):
        return "0" if _number(node) == -1 else ast.unparse(node)
    lower, upper, step = map(_number, (node.lower, node.upper, node.step))
    if step is not None and step > 1 and upper is None:
        return f"{1 if not lower else ''}::{step}"
    if step is None and lower and lower > 0 and upper is None:
        return f":-{lower}"
    if step is None and upper and upper < 0 and lower is None:
        return f"{-upper}:"
    return ast.unparse(node)
