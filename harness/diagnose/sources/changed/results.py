"""Results: a script that goes on with another one of the several things that a call gives, for an experiment."""

import ast
from collections import Counter
from collections.abc import Iterator

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

_MOST_NAMES = 4


def with_other_result(source: str, lines: frozenset[int]) -> Iterator[Rewritten]:
    """Give the script with a name that is used for another result of its call, whose own name nobody uses:
    ``_, _, state = lstm(x)`` for ``_, state, _ = lstm(x)``; and with two that are used in the other order. Those in
    these ``lines`` come first."""
    tree = tree_of(source)
    if tree is None:
        return
    used = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    found = [target for node in ast.walk(tree) if (target := _unpacked(node)) is not None]
    for target in sorted(found, key=lambda each: (each.lineno not in lines, each.lineno)):
        names = [each.id for each in target.elts if isinstance(each, ast.Name)]
        first, last = target.elts[0], target.elts[-1]
        for now in _orders(names, [bool(used[name]) for name in names]):
            text = edited(source, [Edit(target.lineno, first.col_offset, last.end_col_offset or 0, ", ".join(now))])
            if text is not None and tree_of(text) is not None:
                yield Rewritten(text, target.lineno, ", ".join(now), ", ".join(names))


def _unpacked(node: ast.AST) -> ast.Tuple | None:
    """The names that what a call gives is handed to in one line, each its own."""
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call) or len(node.targets) != 1:
        return None
    target = node.targets[0]
    if not isinstance(target, ast.Tuple) or target.lineno != target.end_lineno:
        return None
    if not 2 <= len(target.elts) <= _MOST_NAMES or not all(isinstance(each, ast.Name) for each in target.elts):
        return None
    return target


def _orders(names: list[str], used: list[bool]) -> Iterator[list[str]]:
    """The names with the one that is used in the place of each of the others, or two that are used exchanged."""
    if used.count(True) == 1:
        mine = used.index(True)
        others = [place for place in range(len(names)) if place != mine]
    elif len(names) == 2 and all(used) and names[0] != names[1]:
        mine, others = 0, [1]
    else:
        return
    for place in others:
        now = list(names)
        now[mine], now[place] = now[place], now[mine]
        yield now
