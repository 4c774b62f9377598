"""Shares that are kept, fed to each run, as the training flag of Keras: half in training and all in a test."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import libcst as cst

from harness.porting.eager.names import binds, parameters
from harness.porting.eager.tree import argument, assigned, calls, code, dotted, expression, walk
from harness.porting.keras.helpers import Renamed
from harness.porting.keras.names import bindings, reading


@dataclass(frozen=True)
class _Share:
    """A parameter that says how much is kept, the text of what is dropped in training, and the values that are given
    for it, as flags, by the identity of their nodes."""

    name: str
    rate: str
    given: Mapping[int, bool]


def with_training_flags(module: cst.Module, tf: str) -> cst.Module:
    """Give an eager draft in which a share that is kept is a training flag, where all calls give it as a number and one
    number alone is not 1."""
    as_it_was, module = module, _under_one_name(module)
    for statement in list(walk(module)):
        pair = assigned(statement)
        if pair is None or not code(pair[0]).endswith("_spec") or not code(pair[1]).startswith(f"{tf}.TensorSpec("):
            continue
        share = _share(module, code(pair[0]).removesuffix("_spec"), tf)
        if share is not None:
            taken = {node.value for node in walk(module) if isinstance(node, cst.Name)}
            flag = next(each for each in ("training", "is_training", f"{share.name}_training") if each not in taken)
            changed = module.visit(_Flagged(share, flag, tf))
            assert isinstance(changed, cst.Module)
            return changed
    return as_it_was


def _under_one_name(module: cst.Module) -> cst.Module:
    """Give a text in which the share has the name of its placeholder in functions, too, that are given it alone."""
    placeholders = {name.removesuffix("_spec") for name in bindings(module) if name.endswith("_spec")}
    for function in module.body:
        if not isinstance(function, cst.FunctionDef) or function.decorators:
            continue
        names = parameters(function.params)
        found = [call for call in calls(module) if dotted(call.func) == function.name.value]
        for place, name in enumerate(names):
            given = {code(call.args[place].value) if place < len(call.args) else "" for call in found}
            wanted = given.pop() if len(given) == 1 else ""
            kept = f"rate=1 - {name}" in code(function.body)
            if kept and wanted in placeholders and wanted not in {*names, *binds(function.body)}:
                params, body = (each.visit(Renamed({name: wanted})) for each in (function.params, function.body))
                assert isinstance(params, cst.Parameters) and isinstance(body, cst.BaseSuite)
                changed = function.with_changes(params=params, body=body)
                module = module.with_changes(body=[changed if each is function else each for each in module.body])
                break
    return module


def _share(module: cst.Module, name: str, tf: str) -> _Share | None:
    functions = {
        node.name.value: node
        for node in walk(module)
        if isinstance(node, cst.FunctionDef) and name in parameters(node.params)
    }
    if not functions or bindings(module)[name] != len(functions):
        return None
    drops = 0
    handed: set[int] = set()
    given: dict[int, cst.BaseExpression] = {}
    for call in calls(module):
        called = dotted(call.func)
        if called == f"{tf}.nn.dropout":
            rate = argument(call, "rate")
            if rate is not None and code(rate) == f"1 - {name}" and isinstance(call.args[0].value, cst.Name):
                drops += 1
                handed.update(id(each) for each in walk(rate))
        elif called in functions and all(each.star == "" for each in call.args):
            value = argument(call, name, parameters(functions[called].params).index(name))
            if value is None:
                return None
            if dotted(value) == name:
                handed.add(id(value))
            else:
                given[id(value)] = value
    for node in walk(module):
        if isinstance(node, cst.DictElement) and code(node.key) in (f'"{name}"', f"'{name}'"):
            given[id(node.value)] = node.value
    if not drops or any(node.value == name and id(node) not in handed for node in reading(module)):
        return None
    return _of_values(module, name, given)


def _of_values(module: cst.Module, name: str, given: Mapping[int, cst.BaseExpression]) -> _Share | None:
    constants = dict(_constants(module))
    shares: dict[Decimal, str] = {}
    flags: dict[int, bool] = {}
    for place, value in given.items():
        number = _number(value, constants)
        if number is None:
            return None
        flags[place] = number != 1
        if number != 1:
            shares.setdefault(number, code(value))
    if len(shares) != 1:
        return None
    ((number, text),) = shares.items()
    return _Share(name, f"1 - {text}" if text in constants else str(1 - number), flags)


def _number(node: cst.BaseExpression, constants: Mapping[str, str]) -> Decimal | None:
    text = constants.get(code(node), code(node))
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _constants(module: cst.Module) -> Iterator[tuple[str, str]]:
    """The names that a module binds once, to a number."""
    counted = bindings(module)
    for statement in module.body:
        pair = assigned(statement)
        if pair is not None and isinstance(pair[1], cst.Float | cst.Integer) and counted[code(pair[0])] == 1:
            yield code(pair[0]), code(pair[1])


class _Flagged(cst.CSTTransformer):
    """Puts a flag in the place of the share."""

    def __init__(self, share: _Share, flag: str, tf: str) -> None:
        super().__init__()
        self.share, self.flag, self.tf = share, flag, tf

    def on_leave(self, original_node, updated_node):  # type: ignore[no-untyped-def]
        if id(original_node) in self.share.given:
            return cst.Name("True" if self.share.given[id(original_node)] else "False")
        return super().on_leave(original_node, updated_node)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        if original_node.value == self.share.name:
            return updated_node.with_changes(value=self.flag)
        if original_node.value == f"{self.share.name}_spec":
            return updated_node.with_changes(value=f"{self.flag}_spec")
        return updated_node

    def leave_Assign(self, original_node: cst.Assign, updated_node: cst.Assign) -> cst.Assign:
        if code(original_node.targets[0].target) == f"{self.share.name}_spec":
            return updated_node.with_changes(value=expression(f"{self.tf}.TensorSpec(None, {self.tf}.bool)"))
        return updated_node

    def leave_DictElement(self, original_node: cst.DictElement, updated_node: cst.DictElement) -> cst.DictElement:
        if id(original_node.value) in self.share.given:
            return updated_node.with_changes(key=cst.SimpleString(f'"{self.flag}"'))
        return updated_node

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        rate = argument(original_node, "rate")
        if rate is None or code(rate) != f"1 - {self.share.name}":
            return updated_node
        inputs = code(original_node.args[0].value)
        more = [each for each in original_node.args[1:] if each.keyword is not None and each.keyword.value != "rate"]
        words = "".join(f", {code(each.with_changes(comma=cst.MaybeSentinel.DEFAULT))}" for each in more)
        drop = f"{self.tf}.nn.dropout({inputs}, rate={self.share.rate}{words})"
        return expression(f"{self.tf}.cond({self.flag}, lambda: {drop}, lambda: {inputs})")
