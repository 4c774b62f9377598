"""Bound names: all that a script gives a value anywhere, and what a piece of it asks for."""

import ast
import builtins

_BUILTINS = frozenset(dir(builtins))


def names_bound(tree: ast.AST) -> frozenset[str]:
    """Give every name that a tree binds, in whatever scope: by an assignment, a loop, an import, a definition or as a
    parameter."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                found.update(each.asname or each.name.partition(".")[0] for each in names)
    return frozenset(found)


def names_asked(node: ast.AST) -> frozenset[str]:
    """Give the names that a piece of a script reads and does not bind itself, builtins left out."""
    read = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
    return frozenset(read) - names_bound(node) - _BUILTINS
