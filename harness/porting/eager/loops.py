"""Loops that make variables: these are made when the loop first runs, and asked for by name."""

import libcst as cst

from harness.porting.eager.equals.variables import new_variable
from harness.porting.eager.kinds import (
    VARIABLES,
)
from harness.porting.eager.made_once import makes_once
from harness.porting.eager.names import names_in_target
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import calls, code, dotted, expression, walk


def numbered_by(statement: cst.BaseStatement) -> str:
    """Give the name that counts the turns of a loop, an empty text where none does."""
    if not isinstance(statement, cst.For) or not isinstance(statement.iter, cst.Call):
        return ""
    kind = dotted(statement.iter.func)
    names = names_in_target(statement.target)
    return names[0] if kind in ("enumerate", "range", "xrange") and names else ""


def makes_others(statement: cst.BaseStatement, script: Script) -> bool:
    """Whether a loop makes more than variables of its own: layers, or what functions of the script make."""
    names = [called(call, script.aliases) for call in calls(statement) if makes_once(call, script)]
    inner = any(isinstance(node, cst.For | cst.While) and node is not statement for node in walk(statement))
    return inner or any(name not in VARIABLES for name in names)


def with_kept_variables(statement: cst.BaseStatement, counter: str, script: Script) -> cst.BaseStatement:
    """Have a loop ask for its variables by their names: they are made when it runs first."""
    changed = statement.visit(KeptVariables(counter, script))
    assert isinstance(changed, cst.BaseStatement)
    script.supplied.add("variable")
    script.done("variables of a loop are made when it first runs, and kept by name")
    return changed


class KeptVariables(cst.CSTTransformer):
    """``variable(name, initial value)`` in the place of ``tf.Variable``, within a loop that ``counter`` numbers."""

    def __init__(self, counter: str, script: Script) -> None:
        self._counter, self._script, self._target = counter, script, "variable"

    def visit_Assign(self, node: cst.Assign) -> None:
        self._target = (names_in_target(node.targets[0].target) or ["variable"])[0]

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        script = self._script
        name = called(original_node, script.aliases)
        if name not in VARIABLES:
            return updated_node
        made = new_variable(updated_node, name, script.aliases, script.tf, script.initializers)
        assert isinstance(made, cst.Call)
        first = code(made.args[0].value)
        own = script.name(self._target) if self._target in script.loops else self._target
        script.loops.add(self._target)
        return expression(f'{script.piece("variable")}(f"{own}_{{{self._counter}}}", lambda: {first})')
