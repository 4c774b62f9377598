"""Results: a script that goes on with another one of the several things that a call gives, for an experiment."""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, last_name, tree_of

_MOST_NAMES = 4
# How many results these give; a layer that returns its state no more than three.
_RESULTS = {"dynamic_rnn": 2, "moments": 2, "top_k": 2, "weighted_moments": 2}
_OF_STATE = 3
# What TensorFlow gives by name, in one shape.
_STATE = ("c", "h")
_NAMED = ("namedtuple", "NamedTuple")


def with_other_result(source: str, left: str, lines: frozenset[int]) -> Iterator[Rewritten]:
    """Give the script with a name that is used for another result of its call, whose own name nobody uses:
    ``_, _, state = lstm(x)`` for ``_, state, _ = lstm(x)``; and with two that are used in the other order. Those in
    these ``lines`` come first; names that the ``left`` script hands the results of the like call to in the same order
    are left as they are: what comes of them is another matter. Then with another result that is taken by its place or
    name, ``lstm(x)[2]`` for ``lstm(x)[1]``, of what is known to give several."""
    tree = tree_of(source)
    if tree is None:
        return
    used = Counter(node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    theirs = tree_of(left)
    alike = {_handed_out(node) for node in ast.walk(theirs)} if theirs is not None else set()
    found = [
        target for node in ast.walk(tree) if (target := _unpacked(node)) is not None and _handed_out(node) not in alike
    ]
    for target in sorted(found, key=lambda each: (each.lineno not in lines, each.lineno)):
        names = [each.id for each in target.elts if isinstance(each, ast.Name)]
        first, last = target.elts[0], target.elts[-1]
        for now in _orders(names, [bool(used[name]) for name in names]):
            text = edited(source, [Edit(target.lineno, first.col_offset, last.end_col_offset or 0, ", ".join(now))])
            if text is not None and tree_of(text) is not None:
                yield Rewritten(text, target.lineno, ", ".join(now), ", ".join(names))
    taken = {*_places(tree), *_fields(tree)}
    for at, was, others in sorted(taken, key=lambda each: (each[0].line not in lines, each[0].line, each[0].start)):
        for other in others:
            text = edited(source, [replace(at, text=other)])
            if text is not None and tree_of(text) is not None:
                yield Rewritten(text, at.line, other, was)


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


def _handed_out(node: ast.AST) -> tuple[str, ...]:
    """The last part of the name of what is called, and the names that its results go to; nothing for all else."""
    target = _unpacked(node)
    if target is None or not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
        return ()
    return (last_name(node.value.func), *map(last_name, target.elts))


# Where a result is taken of what a call gives, how, and how others of it would be.
_Taken: TypeAlias = tuple[Edit, str, tuple[str, ...]]


def _places(tree: ast.Module) -> Iterator[_Taken]:
    """Results that are taken by their place, ``lstm(x)[1]``, of what is known to give several."""
    several = {**_RESULTS, **_with_state(tree), **_own(tree)}
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=ast.Call() as call, slice=ast.Constant(value=int() as place), ctx=ast.Load()) if (
                not isinstance(place, bool) and call.end_lineno == node.end_lineno
            ):
                count = _OF_STATE if _returns_state(call.func) else several.get(last_name(call.func), 0)
                others = tuple(f"[{each}]" for each in range(count) if each != place)
                yield _edit(call, node), f"[{place}]", others


def _with_state(tree: ast.Module) -> dict[str, int]:
    """The names of layers that return their state, each with how much a call gives at most."""
    made = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and _returns_state(node.value)]
    return {last_name(target): _OF_STATE for node in made for target in node.targets}


def _returns_state(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and any(
        each.arg == "return_state" and isinstance(each.value, ast.Constant) and each.value.value is True
        for each in node.keywords
    )


def _own(tree: ast.Module) -> dict[str, int]:
    """The functions of a script that return several things in one place, each with how many."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    returned = {each.name: [node for node in ast.walk(each) if isinstance(node, ast.Return)] for each in functions}
    return {
        name: len(nodes[0].value.elts)
        for name, nodes in returned.items()
        if len(nodes) == 1 and isinstance(nodes[0].value, ast.Tuple) and len(nodes[0].value.elts) <= _MOST_NAMES
    }


def _fields(tree: ast.Module) -> Iterator[_Taken]:
    """Results that are taken by their name, those of the state of an LSTM or of a tuple that the script names itself:
    ``state.h``."""
    known = [_STATE, *_named_tuples(tree)]
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Load) or id(node) in called:
            continue
        names = next((each for each in known if node.attr in each), ())
        if names and node.value.end_lineno == node.end_lineno:
            others = tuple(f".{each}" for each in names if each != node.attr)
            yield _edit(node.value, node), f".{node.attr}", others


def _edit(value: ast.expr, whole: ast.expr) -> Edit:
    """What stands behind a value, to the end of the whole."""
    return Edit(whole.end_lineno or 0, value.end_col_offset or 0, whole.end_col_offset or 0, "")


def _named_tuples(tree: ast.Module) -> Iterator[tuple[str, ...]]:
    """The names of the fields of each tuple that a script gives names."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[_, fields]) if name in _NAMED:
                match fields:
                    case ast.Constant(value=str() as text):
                        yield tuple(text.replace(",", " ").split())
                    case ast.List(elts=elements) | ast.Tuple(elts=elements):
                        yield tuple(str(each.value) for each in elements if isinstance(each, ast.Constant))
            case ast.ClassDef(bases=[ast.Name(id=name) | ast.Attribute(attr=name)], body=body) if name in _NAMED:
                fields_of = [each.target for each in body if isinstance(each, ast.AnnAssign)]
                yield tuple(each.id for each in fields_of if isinstance(each, ast.Name))


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
