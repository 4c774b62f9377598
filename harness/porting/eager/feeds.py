"""Functions that give what a run feeds: a dictionary by placeholders, which is one by their names in a draft."""

from collections.abc import Mapping

import libcst as cst

from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.names import reads
from harness.porting.eager.tree import assigned, dotted, walk


def only_feeds(function: cst.FunctionDef, things: Mapping[str, Thing]) -> bool:
    """Whether all that a function asks of what runs compute is placeholders, to say what a value is fed to."""
    inputs = {name for name in reads(function) if name in things and things[name].kind is Kind.INPUT}
    if not inputs or any(things[name].always for name in inputs):
        return False
    asked = [each.value for each in walk(function.body) if isinstance(each, cst.Name) and each.value in inputs]
    keys = [name for name in keys_in(function) if name in inputs]
    return sorted(asked) == sorted(keys)


def fed_by_call(feed: cst.BaseExpression | None, module: cst.Module) -> tuple[str, ...]:
    """Give the names of what a function of the script feeds that a run calls for its feed, or that gave the name which
    the run feeds; none where that is not known."""
    call = feed
    if isinstance(feed, cst.Name):
        given = [pair[1] for node in walk(module) if (pair := assigned(node)) and dotted(pair[0]) == feed.value]
        call = given[0] if given and all(dotted(_func(each)) == dotted(_func(given[0])) for each in given) else None
    name = dotted(_func(call)) if call is not None else ""
    found = [each for each in walk(module) if isinstance(each, cst.FunctionDef) and each.name.value == name]
    return tuple(dict.fromkeys(keys_in(found[0]))) if name and len(found) == 1 else ()


def _func(node: cst.BaseExpression) -> cst.CSTNode:
    return node.func if isinstance(node, cst.Call) else cst.Name("_")


def keys_in(function: cst.FunctionDef) -> list[str]:
    """Give the names that stand as keys in a function: of dictionaries, and of what it puts into them."""
    keys: list[str] = []
    for node in walk(function.body):
        if isinstance(node, cst.DictElement):
            keys.append(dotted(node.key))
        elif isinstance(node, cst.AssignTarget) and isinstance(node.target, cst.Subscript):
            index = node.target.slice[0].slice
            keys.append(dotted(index.value) if isinstance(index, cst.Index) else "")
    return [key for key in keys if key]
