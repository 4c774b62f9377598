"""Functions that run a Session, or say what is fed, with tensors which they are always given under one name: they are
made to see them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.feeds import keys_in
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.helpers import runs_graph
from harness.porting.eager.names import binds, parameters
from harness.porting.eager.renaming import Rename
from harness.porting.eager.resolve import Aliases
from harness.porting.eager.tree import below, calls, dotted, walk


@dataclass(frozen=True)
class _Given:
    """What a function is always given: the names of the caller, by those of its parameters."""

    function: str
    places: dict[str, int]
    names: dict[str, str]


def with_given_names(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module whose functions that run a Session have no parameters for what is always the same: tensors stand in
    functions of their own in a draft, and cannot be handed on. A function that only one other calls stands in that."""
    for function in [each for each in module.body if isinstance(each, cst.FunctionDef)]:
        wanted = set(parameters(function.params)) if runs_graph(function, aliases) else _fed(function)
        if not wanted:
            continue
        callers = [each for each in module.body if each is not function and _calls(each, function.name.value)]
        inside = callers[0] if len(callers) == 1 and isinstance(callers[0], cst.FunctionDef) else None
        body = as_statements(inside.body) if isinstance(inside, cst.FunctionDef) else module.body
        once = {name for name, number in Counter(_bound(body)).items() if number == 1}
        given = _given(function, module, once, wanted) if not any(map(_is_function, callers)) or inside else None
        if given is None:
            continue
        changed = module.visit(_Without(given))
        assert isinstance(changed, cst.Module)
        module = _nested(changed, given.function, inside.name.value) if inside is not None else changed
    return module


def _is_function(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.FunctionDef | cst.ClassDef)


def _calls(node: cst.CSTNode, name: str) -> bool:
    return any(dotted(call.func) == name for call in calls(node))


def _nested(module: cst.Module, name: str, outer: str) -> cst.Module:
    """Put a function into another one, before the first statement that calls it."""
    function = next(each for each in module.body if isinstance(each, cst.FunctionDef) and each.name.value == name)
    body: list[cst.BaseStatement] = []
    for each in module.body:
        assert isinstance(each, cst.BaseStatement)
        if isinstance(each, cst.FunctionDef) and each.name.value == outer and isinstance(each.body, cst.IndentedBlock):
            lines = list(each.body.body)
            at = next(place for place, line in enumerate(lines) if _calls(line, name))
            lines.insert(at, function)
            each = each.with_changes(body=each.body.with_changes(body=lines))
        if each is not function:
            body.append(each)
    return module.with_changes(body=body)


def _bound(body: Sequence[cst.CSTNode]) -> Iterator[str]:
    """Names that are bound outside of functions, once for each time."""
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            yield node.name.value
        elif isinstance(node, cst.SimpleStatementLine | cst.AsName):
            yield from binds(node)
        else:
            waiting.extend(below(node))
            yield from binds(node.with_changes(body=cst.IndentedBlock([]))) if isinstance(node, cst.For) else ()


def _fed(function: cst.FunctionDef) -> set[str]:
    """Parameters by which a function says what is fed: they are nothing but keys in it."""
    keys = keys_in(function)
    asked = Counter(each.value for each in walk(function.body) if isinstance(each, cst.Name))
    return {name for name in parameters(function.params) if keys.count(name) == asked[name] > 0}


def _given(function: cst.FunctionDef, module: cst.Module, once: set[str], wanted: set[str]) -> _Given | None:
    name, params = function.name.value, function.params
    if params.posonly_params or params.kwonly_params or params.star_kwarg or isinstance(params.star_arg, cst.Param):
        return None
    found = [call for call in calls(module) if dotted(call.func) == name]
    uses = sum(1 for each in walk(module) if isinstance(each, cst.Name) and each.value == name)
    if not found or uses != len(found) + 1 or any(arg.star for call in found for arg in call.args):
        return None
    own, order = set(binds(function.body)), parameters(params)
    names = {}
    for place, param in enumerate(order):
        values = {_argument(call, param, place) for call in found}
        value = values.pop() if len(values) == 1 else ""
        free = value == param or value not in {*own, *order}
        if param in wanted and value in once and param not in own and free:
            names[param] = value
    return _Given(name, {param: place for place, param in enumerate(order)}, names) if names else None


def _argument(call: cst.Call, param: str, place: int) -> str:
    for at, each in enumerate(call.args):
        if (each.keyword is not None and each.keyword.value == param) or (each.keyword is None and at == place):
            return each.value.value if isinstance(each.value, cst.Name) else ""
    return ""


class _Without(cst.CSTTransformer):
    """Takes parameters out of a function, and arguments out of its calls."""

    def __init__(self, given: _Given) -> None:
        self._given = given

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        if original_node.name.value != self._given.function:
            return updated_node
        kept = [each for each in updated_node.params.params if each.name.value not in self._given.names]
        if kept:
            kept[-1] = kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
        body = updated_node.body.visit(Rename(self._given.names))
        return updated_node.with_changes(params=updated_node.params.with_changes(params=kept), body=body)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        if dotted(original_node.func) != self._given.function:
            return updated_node
        gone = {self._given.places[name] for name in self._given.names}
        kept = []
        for place, each in enumerate(updated_node.args):
            if each.keyword is None and place in gone:
                continue
            if each.keyword is not None and each.keyword.value in self._given.names:
                continue
            kept.append(each)
        if kept:
            kept[-1] = kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
        return updated_node.with_changes(args=kept)
