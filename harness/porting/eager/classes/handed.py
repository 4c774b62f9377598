"""Functions that are handed one object of a class and then another, or its tensors: one function for each object."""

from collections.abc import Iterable
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.classes.known import constant, folded
from harness.porting.eager.classes.naming import Namer
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.names import binds
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, calls, code, dotted, walk

Functions = dict[str, cst.FunctionDef]
# Stands for a tensor in conditions.
_THERE = object()


@dataclass(frozen=True)
class _Handing:
    """A call that hands a function an object: ``parameter`` is the function's name for it."""

    call: cst.Call
    function: str
    parameter: str
    whose: str


def with_own_functions(module: cst.Module, objects: Iterable[str], namer: Namer, aliases: Aliases) -> cst.Module:
    """Give a module in which a function is handed one of some objects alone; what it fetches for a parameter is the
    object's, where its calls say so."""
    functions = {each.name.value: each for each in module.body if isinstance(each, cst.FunctionDef)}
    handings = [each for call in calls(module) for each in _handings(call, functions, set(objects))]
    copies: dict[str, list[tuple[str, str]]] = {}
    renamed: dict[int, str] = {}
    for name in {each.function for each in handings}:
        own = [each for each in handings if each.function == name]
        if len({each.whose for each in own}) < 2 or len({each.parameter for each in own}) > 1:
            continue
        for whose in dict.fromkeys(each.whose for each in own):
            made = namer.fresh(f"{whose}_{name}")
            copies.setdefault(name, []).append((made, whose))
            renamed |= {id(each.call): made for each in own if each.whose == whose}
    if copies:
        module = _copied(module, copies, renamed)
        return with_own_functions(module, objects, namer, aliases)
    for name in {each.function for each in handings}:
        own = [each for each in handings if each.function == name]
        fixed = _fixed(functions[name], own, aliases)
        if fixed:
            changed = module.visit(_Fix(functions[name], fixed))
            assert isinstance(changed, cst.Module)
            return with_own_functions(changed, objects, namer, aliases)
    return module


def _handings(call: cst.Call, functions: Functions, objects: set[str]) -> list[_Handing]:
    name = dotted(call.func)
    if name not in functions or any(each.star for each in call.args):
        return []
    names = [each.name.value for each in functions[name].params.params]
    given = [
        (each.keyword.value if each.keyword else "".join(names[place : place + 1]), dotted(each.value))
        for place, each in enumerate(call.args)
    ]
    found = [_Handing(call, name, word, value) for word, value in given if word and value in objects]
    return found if len(found) == 1 else []


def _copied(module: cst.Module, copies: dict[str, list[tuple[str, str]]], renamed: dict[int, str]) -> cst.Module:
    """Give a module with a copy of a function for each object, which its calls call."""
    changed = module.visit(_Call(renamed))
    assert isinstance(changed, cst.Module)
    body: list[cst.BaseStatement] = []
    for each in changed.body:
        name = each.name.value if isinstance(each, cst.FunctionDef) else ""
        if name not in copies or not isinstance(each, cst.FunctionDef):
            body.append(each)
            continue
        if any(dotted(call.func) == name for call in calls(changed)):
            body.append(each)
        body += [each.with_changes(name=cst.Name(made)) for made, _ in copies[name]]
    return changed.with_changes(body=body)


class _Call(cst.CSTTransformer):
    def __init__(self, names: dict[int, str]) -> None:
        self._names = names

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        name = self._names.get(id(original_node))
        return updated_node if name is None else updated_node.with_changes(func=cst.Name(name))


def _fixed(function: cst.FunctionDef, handings: list[_Handing], aliases: Aliases) -> dict[str, cst.BaseExpression]:
    """Give what each call of a function gives a parameter that it fetches: an attribute of the object, or a default."""
    params = [each.name.value for each in function.params.params]
    defaults = {each.name.value: each.default for each in function.params.params}
    own = handings[0].parameter
    fixed: dict[str, cst.BaseExpression] = {}
    for name in params:
        if name == own or name in binds(function.body) or not _is_fetched(function, name):
            continue
        given = [argument(each.call, name, params.index(name)) or defaults[name] for each in handings]
        texts = {code(value) if value is not None else "" for value in given}
        value = given[0]
        if len(texts) != 1 or value is None:
            continue
        whose = handings[0].whose
        if isinstance(value, cst.Attribute) and dotted(value.value) == whose:
            fixed[name] = value.with_changes(value=cst.Name(own))
        elif called(value, aliases) == "tf.no_op" or constant(value) is not None:
            fixed[name] = value
    return fixed


def _is_fetched(function: cst.FunctionDef, name: str) -> bool:
    runs = [call for call in calls(function) if isinstance(call.func, cst.Attribute) and call.func.attr.value == "run"]
    fetched = [call.args[0] for call in runs if call.args]
    return any(isinstance(each, cst.Name) and each.value == name for one in fetched for each in walk(one))


class _Fix(cst.CSTTransformer):
    """Has a function use what each of its calls gives it, which these give no more."""

    def __init__(self, function: cst.FunctionDef, fixed: dict[str, cst.BaseExpression]) -> None:
        self._function, self._fixed = function, fixed
        self._names = [each.name.value for each in function.params.params]
        self._inside = False
        self._others: set[int] = set()

    def visit_If(self, node: cst.If) -> None:
        if isinstance(node.orelse, cst.If):
            self._others.add(id(node.orelse))

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self._inside = self._inside or node is self._function

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        if original_node is not self._function:
            return updated_node
        self._inside = False
        kept = [each for each in updated_node.params.params if each.name.value not in self._fixed]
        kept = [each.with_changes(comma=cst.MaybeSentinel.DEFAULT) for each in kept]
        body = as_statements(updated_node.body)
        params = updated_node.params.with_changes(params=kept)
        return updated_node.with_changes(params=params, body=cst.IndentedBlock(body))

    def leave_If(
        self, original_node: cst.If, updated_node: cst.If
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement] | cst.RemovalSentinel:
        if not self._inside or id(original_node) in self._others:
            return updated_node
        known = {name: each[0] for name, value in self._fixed.items() if (each := constant(value)) is not None}
        # Of what is fetched it is known that it is there.
        known |= {name: _THERE for name in self._fixed if name not in known}
        kept = folded([original_node], known)
        first = kept[0] if len(kept) == 1 else None
        if isinstance(first, cst.If) and code(first.test) == code(original_node.test):
            # Nobody knows: of its other branches those are left that may be taken.
            orelse = first.orelse.visit(self) if first.orelse is not None else None
            return updated_node.with_changes(orelse=orelse if isinstance(orelse, cst.If | cst.Else) else None)
        made = [each.visit(self) for each in kept]
        return cst.FlattenSentinel([each for each in made if isinstance(each, cst.BaseStatement)])

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        return self._fixed.get(original_node.value, updated_node) if self._inside else updated_node

    def leave_Param(self, original_node: cst.Param, updated_node: cst.Param) -> cst.Param:
        return updated_node.with_changes(name=original_node.name)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        if dotted(original_node.func) != self._function.name.value:
            return updated_node
        words = [
            each.keyword.value if each.keyword else "".join(self._names[place : place + 1])
            for place, each in enumerate(original_node.args)
        ]
        args = [each for word, each in zip(words, updated_node.args, strict=True) if word not in self._fixed]
        if args:
            args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
        return updated_node.with_changes(args=args)
