"""Whether some Python reads a whole text, and the tree by which two texts are the same program."""

import ast
import warnings
from functools import lru_cache

from harness.documents.document import Line
from harness.documents.restore.logical import chunks
from harness.documents.restore.modern import modernised
from harness.documents.restore.scan import without_comment
from harness.documents.restore.statement import parsed
from harness.scripts.python2 import translated


@lru_cache(maxsize=256)
def tree_of(text: str) -> ast.Module | None:
    """The tree of a text that Python 3 reads, or Python 2 as far as its statements written for Python 3 tell; None for
    any other."""
    tree = parsed(text)
    if tree is None:
        modern = as_python3(text)
        tree = parsed(modern) if modern != text else None
    return tree if tree is not None and _compiles(tree) else None


def as_python3(text: str) -> str:
    """Give a text with its statements of Python 2 written so that Python 3 parses them, line for line."""
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"))]
    written: list[str] = []
    for chunk in chunks(lines):
        here = [line.text for line in chunk.lines]
        if chunk.statement is not None and chunk.statement.old:
            first = here[0]
            modern = first[: len(first) - len(first.lstrip())] + modernised(without_comment("\n".join(here)).strip())
            here = modern.split("\n")
            here += [""] * (len(chunk.lines) - len(here))
        written += here
    return "\n".join(written)


@lru_cache(maxsize=64)
def a_python_reads(text: str) -> bool:
    """Whether a text for which there is a tree is Python 3 or Python 2, and no mixture of both."""
    if parsed(text) is not None:
        return True
    try:
        translated(text)
    except ValueError:
        return False
    return True


def _compiles(tree: ast.Module) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(tree, "<text>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True
