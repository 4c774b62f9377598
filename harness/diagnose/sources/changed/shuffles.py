"""Shuffles: a script that shuffles in each turn of a loop in place of once before it, or the other way round."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.sources.text.syntax import tree_of

SHUFFLES = frozenset({"permutation", "shuffle", "permuted"})
_LOOPS = (ast.For, ast.While)


@dataclass(frozen=True)
class Shuffled:
    """A script that shuffles elsewhere: its text, and the line where it shuffled."""

    source: str
    line: int


def shuffles_in_loops(source: str) -> tuple[int, int]:
    """Give the first line that shuffles by NumPy or Python outside of loops, and the first within one; 0 for none."""
    found = {False: 0, True: 0}
    for statement, loop in _statements(source):
        found[loop is not None] = found[loop is not None] or statement.lineno
    return found[False], found[True]


def with_shuffles_moved(source: str, *, into: bool) -> Iterator[Shuffled]:
    """Give the script with what shuffles before a loop done in each of its turns (``into``), or what does so in each
    turn of an outermost loop done once before it."""
    tree = tree_of(source)
    loops = [node for node in (tree.body if tree is not None else ()) if isinstance(node, _LOOPS)]
    for statement, loop in _statements(source):
        target = next((each for each in loops if each.lineno > statement.lineno), None) if into else loop
        if target is None or (loop is not None) is into or target.body[0].lineno == target.lineno:
            continue
        if into:
            place = target.body[0].lineno, target.body[0].col_offset
            for keep in (False, True):
                yield _moved(source, statement, place, keep=keep)
        elif target.lineno in [each.lineno for each in loops]:
            yield _moved(source, statement, (target.lineno, target.col_offset), keep=False)


def _statements(source: str) -> Iterator[tuple[ast.stmt, ast.For | ast.While | None]]:
    """The statements of the module, within its loops or not, that shuffle, each with the outermost loop around it."""

    def look(
        nodes: list[ast.stmt], loop: ast.For | ast.While | None
    ) -> Iterator[tuple[ast.stmt, ast.For | ast.While | None]]:
        for node in nodes:
            inner = getattr(node, "body", None)
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                continue
            if isinstance(inner, list):
                yield from look(inner, loop or (node if isinstance(node, _LOOPS) else None))
            elif any(_is_shuffle(each) for each in ast.walk(node)):
                yield node, loop

    tree = tree_of(source)
    yield from look(tree.body if tree is not None else [], None)


def _is_shuffle(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr not in SHUFFLES:
        return False
    # A data set shuffles in each of its rounds by itself: its shuffle is given a buffer.
    words = ast.unparse(node.func.value).lower()
    return any(word in words for word in ("random", "rng", "rs", "rand", "gen", "state"))


def _moved(source: str, statement: ast.stmt, place: tuple[int, int], *, keep: bool) -> Shuffled:
    """The script with a statement before that line, at that indent, and where it stood as well if it is to be kept."""
    lines: list[str | None] = list(source.split("\n"))
    first, last = statement.lineno - 1, statement.end_lineno or statement.lineno
    moved = [" " * place[1] + (each or "")[statement.col_offset :] for each in lines[first:last]]
    if not keep:
        lines[first:last] = [None] * (last - first)
    made = [*lines[: place[0] - 1], *moved, *lines[place[0] - 1 :]]
    return Shuffled("\n".join(each for each in made if each is not None), statement.lineno)
