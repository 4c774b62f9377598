"""Gradients of ``tf.gradients`` that stand within a line, or are taken for all that is trained."""

from collections import Counter

import libcst as cst

from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, assigned, calls, code, dotted, expression, statements, walk


def with_gradients_apart(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module in which each ``tf.gradients`` is all of an assignment; one for a name of all trained variables,
    which is only zipped with what comes of it, says so by ``(name := None)``."""
    if not any(called(call, aliases) == "tf.gradients" for call in calls(module)):
        return module
    module = _named(module, aliases)
    attributes = {id(each.attr) for each in walk(module) if isinstance(each, cst.Attribute)}
    names = (each for each in walk(module) if isinstance(each, cst.Name) and id(each) not in attributes)
    changed = module.visit(_Apart({each.value for each in names}, aliases))
    assert isinstance(changed, cst.Module)
    of_all = _names_of_all(changed, aliases)
    if of_all:
        named = changed.visit(_OfAll(of_all, aliases))
        assert isinstance(named, cst.Module)
        return named
    return changed


def _named(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give all trained variables a name where one gradient and what zips it asks for them."""
    asked = [call for call in calls(module) if called(call, aliases) == "tf.trainable_variables" and not call.args]
    taken = [argument(call, "xs", 1) for call in calls(module) if called(call, aliases) == "tf.gradients"]
    zipped = [each.value for call in calls(module) if dotted(call.func) == "zip" for each in call.args]
    inner = [each for each in asked if any(each is one for one in (*taken, *zipped))]
    single = sum(any(each is one for one in taken) for each in asked) == 1
    if not inner or len(inner) != len(asked) or not single:
        return module
    names = {each.value for each in walk(module) if isinstance(each, cst.Name)}
    name = "variables" if "variables" not in names else "trained_variables"
    changed = module.visit(_Named(inner, name))
    assert isinstance(changed, cst.Module)
    return module if name in names else changed


class _Named(cst.CSTTransformer):
    def __init__(self, asked: list[cst.Call], name: str) -> None:
        self._asked, self._name = {id(each) for each in asked}, name
        self._inside = False

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        if id(original_node.value) not in self._asked:
            return updated_node
        return updated_node.with_changes(value=cst.Name(self._name))

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
        asks = next((each for each in calls(original_node) if id(each) in self._asked), None)
        if asks is None or self._inside:
            return updated_node
        self._inside = True
        line = statements(f"{self._name} = {code(asks)}")[0].with_changes(leading_lines=updated_node.leading_lines)
        return cst.FlattenSentinel([line, updated_node.with_changes(leading_lines=[])])


class _Apart(cst.CSTTransformer):
    def __init__(self, taken: set[str], aliases: Aliases) -> None:
        self._taken, self._aliases = taken, aliases
        self._found: list[tuple[str, cst.Call]] = []

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        if called(original_node, self._aliases) != "tf.gradients":
            return updated_node
        tries = ("gradients", *(f"gradients_{number}" for number in range(2, 99)))
        name = next(each for each in tries if each not in self._taken)
        self._found.append((name, updated_node))
        return cst.Name(name)

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
        found, self._found = self._found, []
        pair = assigned(original_node)
        # Within a comprehension or function it is taken for each of several.
        inner = any(isinstance(each, cst.BaseComp | cst.Lambda) for each in walk(original_node))
        if pair is None or inner or len(found) != 1 or called(pair[1], self._aliases) == "tf.gradients":
            return original_node if found else updated_node
        name, call = found[0]
        self._taken.add(name)
        line = statements(f"{name} = {code(call)}")[0].with_changes(leading_lines=updated_node.leading_lines)
        return cst.FlattenSentinel([line, updated_node.with_changes(leading_lines=[])])


def _names_of_all(module: cst.Module, aliases: Aliases) -> set[str]:
    """Names of all trained variables that one ``tf.gradients`` and nothing but ``zip`` asks for."""
    counted = Counter(each.value for each in walk(module) if isinstance(each, cst.Name))
    found = set()
    for node in walk(module):
        pair = assigned(node)
        if pair is None or called(pair[1], aliases) != "tf.trainable_variables" or pair[1].args:  # type: ignore[attr-defined]
            continue
        name = dotted(pair[0])
        taken = sum(
            called(call, aliases) == "tf.gradients" and dotted(argument(call, "xs", 1) or call.func) == name
            for call in calls(module)
        )
        zipped = sum(
            dotted(each.value) == name for call in calls(module) if dotted(call.func) == "zip" for each in call.args
        )
        if taken == 1 and zipped and counted[name] == 2 + zipped:
            found.add(name)
    return found


class _OfAll(cst.CSTTransformer):
    def __init__(self, names: set[str], aliases: Aliases) -> None:
        self._names, self._aliases = names, aliases

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        pair = assigned(original_node)
        return cst.RemoveFromParent() if pair is not None and dotted(pair[0]) in self._names else updated_node

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        if called(original_node, self._aliases) != "tf.gradients":
            return updated_node
        name = argument(original_node, "xs", 1)
        if name is None or dotted(name) not in self._names:
            return updated_node
        args = [
            each.with_changes(value=expression(f"({dotted(name)} := None)")) if each_old.value is name else each
            for each, each_old in zip(updated_node.args, original_node.args, strict=True)
        ]
        return updated_node.with_changes(args=args)
