"""First values that a function computes for the variable that it asks for by name: they stand where they are asked for.

Who asks within a function of TensorFlow has what is computed before in its graph, where no variable can begin with it.
"""

from collections.abc import Collection, Iterator

import libcst as cst

from harness.porting.eager.names import binds
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, assigned, calls, walk


def with_inlined_initials(module: cst.Module, names: Collection[str], aliases: Aliases) -> cst.Module:
    """Give a module whose functions of these names have first values that they compute for one variable in its call."""
    changed = module.visit(_Functions(names, aliases))
    assert isinstance(changed, cst.Module)
    return changed


def with_values_told_apart(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module whose functions have a first value in its call where they give it a name by which another function
    has an initializer: what is called with a shape there is a value here."""
    functions = [node for node in walk(module) if isinstance(node, cst.FunctionDef)]
    named = [(function.name.value, name, made) for function in functions for name, made in _made_in(function, aliases)]
    initializers = {name for _, name, made in named if _is_initializer(made)}
    names = {function for function, name, made in named if name in initializers and not _is_initializer(made)}
    return with_inlined_initials(module, names, aliases) if names else module


def _made_in(function: cst.FunctionDef, aliases: Aliases) -> Iterator[tuple[str, str]]:
    """The names that a function gives to what it calls of TensorFlow, each with what that is."""
    for node in walk(function.body):
        pair = assigned(node) if isinstance(node, cst.SimpleStatementLine) else None
        if pair is not None and isinstance(pair[0], cst.Name) and isinstance(pair[1], cst.Call):
            yield pair[0].value, called(pair[1], aliases)


def _is_initializer(name: str) -> bool:
    return name.endswith("nitializer") or ".initializers." in name


class _Functions(cst.CSTTransformer):
    def __init__(self, names: Collection[str], aliases: Aliases) -> None:
        self._names, self._aliases = names, aliases

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        del original_node
        return _inlined(updated_node, self._aliases) if updated_node.name.value in self._names else updated_node


def _inlined(function: cst.FunctionDef, aliases: Aliases) -> cst.FunctionDef:
    """Give a function with ``tf.get_variable("b", initializer=tf.zeros([n]))`` for a name that it gives that value in a
    line of its own, reads once, there, and binds nothing of anew; as it is without one."""
    for statement in function.body.body if isinstance(function.body, cst.IndentedBlock) else ():
        pair = assigned(statement) if isinstance(statement, cst.SimpleStatementLine) else None
        if pair is None or not isinstance(pair[0], cst.Name) or not isinstance(pair[1], cst.Call):
            continue
        name = pair[0].value
        if not called(pair[1], aliases).startswith("tf.") or _is_initializer(called(pair[1], aliases)):
            continue
        uses = [node for node in walk(function) if isinstance(node, cst.Name) and node.value == name]
        given = [argument(call, "initializer", 3) for call in calls(function) if _asks(call, aliases)]
        use = next((each for each in given if isinstance(each, cst.Name) and each.value == name), None)
        bound = [each for node in walk(function.body) if isinstance(node, cst.BaseStatement) for each in binds(node)]
        read = {node.value for node in walk(pair[1]) if isinstance(node, cst.Name)}
        if use is None or len(uses) != len({id(pair[0]), id(use)}) or read & set(bound):
            continue
        changed = function.visit(_Moved(statement, use, pair[1]))
        assert isinstance(changed, cst.FunctionDef)
        return _inlined(changed, aliases)
    return function


class _Moved(cst.CSTTransformer):
    """Puts a value where it is used, in place of the name that a statement gives it."""

    def __init__(self, statement: cst.BaseStatement, use: cst.Name, value: cst.BaseExpression) -> None:
        self._statement, self._use, self._value = statement, use, value

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode | cst.RemovalSentinel:  # type: ignore[override]
        if original_node is self._statement:
            return cst.RemoveFromParent()
        return self._value if original_node is self._use else updated_node


def _asks(call: cst.Call, aliases: Aliases) -> bool:
    return called(call, aliases) == "tf.get_variable"
