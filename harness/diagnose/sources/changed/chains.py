"""Chains of data sets: in which order a script repeats, shuffles and batches, and the script in another order."""

import ast
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of

T = TypeVar("T")

_METHODS = frozenset({"batch", "padded_batch", "repeat", "shuffle", "skip", "take"})


@dataclass(frozen=True)
class Link:
    """A method of a data set as a script calls it: its name, its line, and where in that line its text lies, in bytes,
    from the method's name to the closing bracket; ``text`` is empty where that goes over several lines."""

    method: str
    line: int
    start: int
    end: int
    text: str


def chains_of(text: str) -> tuple[tuple[Link, ...], ...]:
    """Give the chains of a script, one for each data set that it makes, with what is called of it in order: in one
    expression or in several that follow one another."""
    tree = tree_of(text)
    if tree is None or "Dataset" not in text:
        return ()
    lines = text.encode().split(b"\n")
    sets = _names_of_sets(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    calls.sort(key=lambda node: (node.end_lineno or 0, node.end_col_offset or 0))
    chains: list[list[Link]] = []
    for call in calls:
        if not isinstance(call.func, ast.Attribute):
            continue
        if _makes_set(call.func):
            chains.append([])
        elif chains and call.func.attr in _METHODS and _is_set(call.func.value, sets):
            chains[-1].append(_link(call, call.func, lines))
    return tuple(map(tuple, chains))


def _makes_set(function: ast.Attribute) -> bool:
    """Whether this is what makes a data set: ``Dataset.from_tensor_slices``, ``data.TFRecordDataset``."""
    parent = function.value
    of_class = (isinstance(parent, ast.Attribute) and parent.attr == "Dataset") or (
        isinstance(parent, ast.Name) and parent.id == "Dataset"
    )
    return of_class or function.attr.endswith("Dataset")


def _names_of_sets(tree: ast.Module) -> set[str]:
    """The names that are set to a data set, or to what is made of one."""
    found: set[str] = set()
    assigned = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
    while True:
        more = {
            ast.unparse(target)
            for node in assigned
            if _is_set(node.value, found)
            for target in node.targets
            if isinstance(target, (ast.Name, ast.Attribute))
        }
        if more <= found:
            return found
        found |= more


def _is_set(node: ast.expr, names: set[str]) -> bool:
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if _makes_set(node.func):
            return True
        node = node.func.value
    return isinstance(node, (ast.Name, ast.Attribute)) and ast.unparse(node) in names


def _link(call: ast.Call, function: ast.Attribute, lines: Sequence[bytes]) -> Link:
    line, end = function.end_lineno or 0, call.end_col_offset or 0
    start = (function.end_col_offset or 0) - len(function.attr)
    whole = call.end_lineno == line
    return Link(function.attr, line, start, end, lines[line - 1][start:end].decode() if whole else "")


def in_order_of(text: str, order: Sequence[str], chain: Sequence[Link]) -> str | None:
    """Give a script whose ``chain`` calls what it has in common with this order in that order, with its own arguments,
    and all else where it stands; None where it does already, or cannot be rewritten."""
    both = Counter(order) & Counter(link.method for link in chain)
    links = _first_of(chain, [link.method for link in chain], both)
    wanted = _first_of(order, order, both)
    if [link.method for link in links] == wanted or not all(link.text for link in links):
        return None
    free = list(links)
    edits = []
    for link, method in zip(links, wanted, strict=True):
        taken = next(each for each in free if each.method == method)
        free.remove(taken)
        edits.append(Edit(link.line, link.start, link.end, taken.text))
    return edited(text, edits)


def _first_of(things: Sequence[T], names: Sequence[str], counts: Mapping[str, int]) -> list[T]:
    """The first things of each name, as many as are counted."""
    left = dict(counts)
    found = []
    for thing, name in zip(things, names, strict=True):
        if left.get(name, 0):
            left[name] -= 1
            found.append(thing)
    return found
