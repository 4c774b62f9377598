"""Terms: which terms of a sum, or factors of a product, one script has and the other one has not."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from harness.diagnose.sources.expressions.canonical import Script, bare, callee, canonical


@dataclass(frozen=True)
class Terms:
    """The terms that only one of two expressions has, and those that stand for one another and differ, in pairs."""

    only_left: tuple[ast.expr, ...]
    only_right: tuple[ast.expr, ...]
    pairs: tuple[tuple[ast.expr, ast.expr], ...]


def terms_of(node: ast.expr, kind: type[ast.operator]) -> list[ast.expr]:
    """Give the terms of a chain of one operator, ``a * b * c``, from left to right."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, kind):
        return [*terms_of(node.left, kind), *terms_of(node.right, kind)]
    return [bare(node)]


def compare_terms(left: Sequence[ast.expr], right: Sequence[ast.expr], mine: Script, theirs: Script) -> Terms:
    """Match terms of one form with each other, then those that come of a call of one name, then names with what is
    left, each in its order."""
    free_left, free_right = list(left), list(right)
    pairs: list[tuple[ast.expr, ast.expr]] = []
    for is_same in (_are_alike, _are_made_alike, _are_names):
        for two in list(free_right):
            one = next((each for each in free_left if is_same(each, two, mine, theirs)), None)
            if one is not None:
                free_left.remove(one)
                free_right.remove(two)
                if is_same is not _are_alike:
                    pairs.append((one, two))
    together = min(len(free_left), len(free_right))
    if len(free_left) == len(free_right):
        pairs += zip(free_left, free_right, strict=True)
        free_left, free_right = free_left[together:], free_right[together:]
    return Terms(tuple(free_left), tuple(free_right), tuple(pairs))


def _are_alike(one: ast.expr, two: ast.expr, mine: Script, theirs: Script) -> bool:
    return canonical(one, mine) == canonical(two, theirs)


def _are_made_alike(one: ast.expr, two: ast.expr, mine: Script, theirs: Script) -> bool:
    made, other = _meant(one, mine), _meant(two, theirs)
    if not (isinstance(made, ast.Call) and isinstance(other, ast.Call)):
        return False
    return callee(made, mine) == callee(other, theirs) != ""


def _are_names(one: ast.expr, two: ast.expr, _mine: Script, _theirs: Script) -> bool:
    return isinstance(one, ast.Name | ast.Attribute) and isinstance(two, ast.Name | ast.Attribute)


def _meant(node: ast.expr, script: Script) -> ast.expr:
    """What a name stands for that is set once."""
    if not isinstance(node, ast.Name):
        return node
    found = [
        each.value
        for each in ast.walk(script.tree)
        if isinstance(each, ast.Assign) and any(getattr(one, "id", "") == node.id for one in each.targets)
    ]
    return bare(found[0]) if len(found) == 1 else node
