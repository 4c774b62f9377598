"""Folders that a script adds to the path on which it looks for modules, as far as its text says which."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

_ADDS = {"append": 0, "insert": 1}


def added_folders(script: Path, text: str) -> tuple[Path, ...]:
    """Give the folders that a script with this text puts into ``sys.path``; a relative one is one of the script's own
    folder. None for a text that Python 3 cannot read."""
    if "sys.path" not in text:
        return ()
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    set_once = dict(_set_once(tree))
    found = dict.fromkeys(filter(None, (_folder(node, script, set_once) for node in ast.walk(tree))))
    return tuple(script.parent / each for each in found)


def _set_once(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    names = [each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if names.count(name) == 1:
                yield name, node.value


def _folder(node: ast.AST, script: Path, names: Mapping[str, ast.expr]) -> str:
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Attribute(value=ast.Name(id="sys"), attr="path"), attr=how), args=given
        ):
            place = _ADDS.get(how, -1)
            return _text(given[place], script, names) if 0 <= place < len(given) else ""
    return ""


def _text(node: ast.expr, script: Path, names: Mapping[str, ast.expr], deep: int = 0) -> str:
    """What an expression of paths is, empty where that takes more than its text."""
    if deep > 20:
        return ""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id="__file__"):
            return str(script)
        case ast.Name(id=name) if name in names:
            return _text(names[name], script, names, deep + 1)
        case ast.Call(func=ast.Attribute(attr="getcwd"), args=[]):
            return str(script.parent)
        case ast.Call(func=ast.Attribute(attr=how), args=given) if given:
            parts = [_text(each, script, names, deep + 1) for each in given]
            if not all(parts):
                return ""
            if how == "join":
                return str(Path(*parts))
            if how in ("abspath", "realpath", "normpath", "expanduser"):
                return parts[0]
            return str(Path(parts[0]).parent) if how == "dirname" else ""
    return ""
