"""Trainable: what a script freezes or thaws once its model is compiled."""

import ast
from collections.abc import Mapping

from harness.diagnose.sources.text.syntax import tree_of

_TRAINS = frozenset({"fit", "train_on_batch"})
# Of functions that call functions.
_DEEPEST = 3

_Functions = Mapping[str, ast.FunctionDef]


def line_set_behind_compile(source: str) -> int:
    """Give the line that sets ``trainable`` of something behind a ``compile``, with no other one before what trains
    next; 0 for a script without. What a function of the script does counts where it is called by its name."""
    tree = tree_of(source)
    events = _events(tree, _called_functions(tree), _DEEPEST) if tree is not None else []
    is_compiled, line = False, 0
    for at, what in events:
        if what == "compile":
            is_compiled, line = True, 0
        elif what == "trainable" and is_compiled:
            line = line or at
        elif what in _TRAINS and line:
            return line
    return 0


def _called_functions(tree: ast.Module) -> _Functions:
    calls = (each.func for each in ast.walk(tree) if isinstance(each, ast.Call))
    called = {each.id for each in calls if isinstance(each, ast.Name)}
    return {each.name: each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name in called}


def _events(node: ast.AST, functions: _Functions, depth: int) -> list[tuple[int, str]]:
    """What compiles, freezes and trains, with its line, in the order in which it is done: a call once its parts are."""
    found: list[tuple[tuple[int, int], list[tuple[int, str]]]] = []
    parts = [*ast.iter_child_nodes(node)]
    while parts:
        each = parts.pop()
        if each in functions.values():
            continue
        parts += ast.iter_child_nodes(each)
        match each:
            case ast.Call(func=ast.Attribute(attr=name)) if name in _TRAINS or name == "compile":
                events = [(each.lineno, name)]
            case ast.Call(func=ast.Name(id=name)) if name in functions and depth:
                events = _events(functions[name], functions, depth - 1)
            case ast.Assign() if "trainable" in [getattr(target, "attr", "") for target in each.targets]:
                events = [(each.lineno, "trainable")]
            case _:
                continue
        found.append(((each.end_lineno or each.lineno, each.end_col_offset or 0), events))
    return [event for _, events in sorted(found, key=lambda each: each[0]) for event in events]
