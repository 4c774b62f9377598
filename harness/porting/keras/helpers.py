"""Functions of a script around its layers: what they are given is always the same variables, or they are one layer."""

from collections.abc import Iterator, Mapping

import libcst as cst

from harness.porting.eager.names import binds, parameters
from harness.porting.eager.tree import calls, code, dotted, walk
from harness.porting.keras.affine import affine_of
from harness.porting.keras.gone import gone
from harness.porting.keras.lengths import with_lengths
from harness.porting.keras.links import chain_of
from harness.porting.keras.names import bindings, reading
from harness.porting.keras.weights import as_expression, substituted, weights_of


def with_plain_helpers(module: cst.Module, tf: str) -> cst.Module:
    """Give a text in which parameters are gone that are always one variable of the module, and in which calls of
    ``conv2d(x, W, b)`` are what that computes; such a function goes where nothing else calls it."""
    wrappers = dict(_wrappers(module, tf))
    if wrappers:
        module = _inlined(module, wrappers)
    return with_lengths(_with_own_variables(module, tf), tf)


def _inlined(module: cst.Module, wrappers: Mapping[str, tuple[cst.FunctionDef, cst.BaseExpression]]) -> cst.Module:
    changed = module.visit(_Inlined(wrappers))
    assert isinstance(changed, cst.Module)
    gone_ones = wrappers.keys() - {name.value for name in reading(changed)}
    body = [
        gone(_comments(each)) if isinstance(each, cst.FunctionDef) and each.name.value in gone_ones else each
        for each in changed.body
    ]
    return changed.with_changes(body=body)


def _with_own_variables(module: cst.Module, tf: str) -> cst.Module:
    weights = {key.partition("[")[0] for key in weights_of(module, tf, parameters_too=True)}
    counted = bindings(module)
    for function in module.body:
        if not isinstance(function, cst.FunctionDef) or function.decorators or counted[function.name.value] != 1:
            continue
        always = _always(module, function, weights)
        if always:
            changed = module.visit(_Without(function, always))
            assert isinstance(changed, cst.Module)
            module = changed
    return module


def _always(module: cst.Module, function: cst.FunctionDef, weights: set[str]) -> dict[int, str]:
    """The places of parameters for which all calls give one variable, and its name."""
    name, names = function.name.value, parameters(function.params)
    found = [call for call in calls(module) if dotted(call.func) == name]
    if not found or sum(each.value == name for each in reading(module)) != len(found):
        return {}
    if any(each.keyword is not None or each.star for call in found for each in call.args):
        return {}
    own = set(binds(function.body))
    always = {}
    for place, parameter in enumerate(names):
        given = {code(call.args[place].value) if place < len(call.args) else "" for call in found}
        variable = given.pop() if len(given) == 1 else ""
        if variable in weights and parameter not in own and (variable == parameter or variable not in {*names, *own}):
            always[place] = variable
    return always


class _Without(cst.CSTTransformer):
    """Takes parameters out of a function and its calls."""

    def __init__(self, function: cst.FunctionDef, always: Mapping[int, str]) -> None:
        super().__init__()
        self.function, self.always = function, always

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        if dotted(original_node.func) != self.function.name.value:
            return updated_node
        left = [each for place, each in enumerate(updated_node.args) if place not in self.always]
        return updated_node.with_changes(args=_without_last_comma(left))

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        if original_node is not self.function:
            return updated_node
        names = parameters(original_node.params)
        renamed = {names[place]: variable for place, variable in self.always.items()}
        left = [each for place, each in enumerate(updated_node.params.params) if place not in self.always]
        body = updated_node.body.visit(Renamed(renamed))
        assert isinstance(body, cst.BaseSuite)
        if left:
            left = [*left[:-1], left[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)]
        return updated_node.with_changes(params=updated_node.params.with_changes(params=left), body=body)


def _without_last_comma(args: list[cst.Arg]) -> list[cst.Arg]:
    return [*args[:-1], args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)] if args else []


class Renamed(cst.CSTTransformer):
    """Gives names others, wherever they stand."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.names = names

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        return updated_node.with_changes(value=self.names.get(original_node.value, original_node.value))


def _wrappers(module: cst.Module, tf: str) -> Iterator[tuple[str, tuple[cst.FunctionDef, cst.BaseExpression]]]:
    counted = bindings(module)
    for function in module.body:
        if not isinstance(function, cst.FunctionDef) or function.decorators or counted[function.name.value] != 1:
            continue
        names = parameters(function.params)
        made = as_expression(function) if names else None
        if made is None:
            continue
        affine = affine_of(made, tf)
        layer = affine is not None and affine.kernel in names
        chain = chain_of(made, frozenset(), frozenset(), tf)
        if layer or (chain is not None and chain.links and chain.source == names[0]):
            yield function.name.value, (function, made)


class _Inlined(cst.CSTTransformer):
    """Puts what a function computes in the place of its calls."""

    def __init__(self, wrappers: Mapping[str, tuple[cst.FunctionDef, cst.BaseExpression]]) -> None:
        super().__init__()
        self.wrappers = wrappers

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        name = dotted(original_node.func)
        if name not in self.wrappers or any(each.star for each in updated_node.args):
            return updated_node
        function, made = self.wrappers[name]
        given = {each.name.value: each.default for each in function.params.params if each.default is not None}
        names = parameters(function.params)
        for place, each in enumerate(updated_node.args):
            given[each.keyword.value if each.keyword is not None else names[place]] = each.value
        return substituted(made, given) if given.keys() == set(names) else updated_node


def _comments(function: cst.FunctionDef) -> list[cst.EmptyLine]:
    """All comments of a function, those before it with their empty lines."""
    own = [node.value for node in walk(function.body) if isinstance(node, cst.Comment)]
    return [*function.leading_lines, *(cst.EmptyLine(comment=cst.Comment(each)) for each in own)]
