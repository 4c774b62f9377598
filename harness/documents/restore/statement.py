"""One logical line of code: whether Python 2 or 3 reads it, what it opens, and which names it reads and binds."""

import ast
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

from harness.documents.restore.modern import modernised
from harness.documents.restore.scan import tokens, without_comment

_HEADERS = ("if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class", "async")
# What a header needs in front of it, or behind its body, to be read by itself.
_FRAMES = {
    "elif": "if 1:\n pass\n{}",
    "else": "if 1:\n pass\n{}",
    "except": "try:\n pass\n{}",
    "finally": "try:\n pass\n{}",
}
_LEAVES = ("return", "raise", "break", "continue")
_WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Statement:
    """A logical line that some Python reads. ``kind`` is the keyword of a compound statement, ``decorator``, or empty;
    ``opens`` whether its body is to follow on lines of its own; ``leaves`` whether nothing of its block can follow.

    ``reads`` and ``binds`` are names, ``parameters`` what only the body of a header knows (arguments, loop variables,
    names after ``as``); ``old`` whether Python 3 does not read it."""

    text: str
    kind: str
    opens: bool
    leaves: bool
    reads: frozenset[str]
    binds: frozenset[str]
    parameters: frozenset[str]
    node: ast.stmt
    old: bool


@lru_cache(maxsize=65536)
def statement(text: str) -> Statement | None:
    """Give a logical line as a statement, None where no Python reads it. Several joined by ``;`` are one."""
    bare = without_comment(text).strip()
    if not bare:
        return None
    word = _WORD.match(bare)
    kind = word[0] if word and word[0] in _HEADERS else "decorator" if bare.startswith("@") else ""
    if kind == "async":
        kind = bare.split(None, 2)[1]
    found = tokens(bare)
    opens = bool(kind) and kind != "decorator" and found[-1].text == ":"
    tree, old = _tree(bare, kind, opens)
    if tree is None:
        return None
    node = _node(tree, kind)
    names = _names(node, kind)
    return Statement(bare, kind, opens, bool(word) and word[0] in _LEAVES, *names, node, old)  # type: ignore[index]


def parsed(text: str) -> ast.Module | None:
    """The tree of a text that Python 3 reads, None for one that it does not; whatever else it warns of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text.removeprefix("\ufeff"))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None


def _tree(bare: str, kind: str, opens: bool) -> tuple[ast.Module | None, bool]:
    if (tree := parsed(_framed(bare, kind, opens))) is not None:
        return tree, False
    modern = modernised(bare)
    return (None, False) if modern == bare else (parsed(_framed(modern, kind, opens)), True)


def _framed(bare: str, kind: str, opens: bool) -> str:
    body = f"{bare}\n pass" if opens else bare
    if kind == "decorator":
        return f"{bare}\ndef f(): pass"
    if kind == "try":
        return f"{body}\nfinally:\n pass"
    return _FRAMES.get(kind, "{}").format(body)


def _node(tree: ast.Module, kind: str) -> ast.stmt:
    first = tree.body[0]
    return first.orelse[0] if kind == "elif" and isinstance(first, ast.If) else first


def _names(node: ast.stmt, kind: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    reads: set[str] = set()
    binds: set[str] = set()
    parameters: set[str] = set()
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and kind == "def":
        arguments = node.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        parameters |= {argument.arg for argument in every if argument}
        binds.add(node.name)
    inner = {id(part) for part in ast.walk(node) if isinstance(part, ast.comprehension)}
    local: set[str] = set()
    for part in ast.walk(node):
        if id(part) in inner:
            local |= {name.id for name in ast.walk(part.target) if isinstance(name, ast.Name)}  # type: ignore[attr-defined]
        elif isinstance(part, ast.Lambda):
            local |= {argument.arg for argument in part.args.args}
        elif isinstance(part, ast.Name):
            (reads if isinstance(part.ctx, ast.Load) else binds).add(part.id)
        elif isinstance(part, ast.AugAssign) and isinstance(part.target, ast.Name):
            reads.add(part.target.id)
        elif isinstance(part, ast.alias):
            binds.add((part.asname or part.name).split(".")[0])
        elif isinstance(part, ast.ExceptHandler) and part.name:
            parameters.add(part.name)
        elif isinstance(part, ast.ClassDef):
            binds.add(part.name)
    if isinstance(node, ast.For | ast.AsyncFor):
        parameters |= {name.id for name in ast.walk(node.target) if isinstance(name, ast.Name)}
    if isinstance(node, ast.With | ast.AsyncWith):
        for item in node.items:
            if item.optional_vars is not None:
                parameters |= {name.id for name in ast.walk(item.optional_vars) if isinstance(name, ast.Name)}
    if kind == "decorator":
        binds.discard("f")
    local -= {name for name in local if name in parameters}
    return frozenset(reads - local), frozenset(binds - local), frozenset(parameters)
