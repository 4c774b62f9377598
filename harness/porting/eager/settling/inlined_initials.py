"""First values that a function computes for the variable that it asks for by name: they stand where they are asked for.

Who asks within a function of TensorFlow has what is computed before in its graph, where no variable can begin with it.
"""

from collections.abc import Collection

import libcst as cst

from harness.porting.eager.names import binds
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, assigned, calls, walk


def with_inlined_initials(module: cst.Module, names: Collection[str], aliases: Aliases) -> cst.Module:
    """Give a module whose functions of these names have first values that they compute for one variable in its call."""
    changed = module.visit(_Functions(names, aliases))
    assert isinstance(changed, cst.Module)
    return changed


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
        if not called(pair[1], aliases).startswith("tf.") or called(pair[1], aliases).endswith("nitializer"):
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
