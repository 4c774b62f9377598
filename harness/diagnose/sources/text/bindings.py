"""Where a script gives a name a value: by an assignment, an import, a definition, a loop, or as a parameter."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_SCOPES = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda


@dataclass(frozen=True)
class Binding:
    """A line that gives a name a value; ``scope`` is the function or class whose own name it is, empty for the
    script's."""

    line: int
    scope: str


def bindings_of(source: str, name: str) -> tuple[Binding, ...]:
    """Give the lines of a script that bind a name, from top to bottom; none for a text that Python cannot read."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    found = {Binding(line, scope) for line, scope in _bound(tree, name, "")}
    return tuple(sorted(found, key=lambda each: (each.line, each.scope)))


def _bound(node: ast.AST, name: str, scope: str) -> Iterator[tuple[int, str]]:
    for child in ast.iter_child_nodes(node):
        if name in _names_of(child):
            yield getattr(child, "lineno", 1), scope
        if isinstance(child, _SCOPES):
            # What it declares global is the script's, whose own it would else be.
            own = getattr(child, "name", "a lambda")
            yield from _bound(child, name, "" if _is_global(child, name) else own)
        else:
            yield from _bound(child, name, scope)


def _names_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store()):
            return [name]
        case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.ExceptHandler(name=str(name)):
            return [name]
        case ast.Import(names=names):
            return [each.asname or each.name.partition(".")[0] for each in names]
        case ast.ImportFrom(names=names):
            return [each.asname or each.name for each in names]
    return []


def _is_global(scope: ast.AST, name: str) -> bool:
    return any(isinstance(node, ast.Global) and name in node.names for node in ast.walk(scope))
