"""Branches by the release of TensorFlow that come to the same: each asks for its initializer of all variables."""

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.kinds import INITS
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import assigned, calls, code, only, with_lead


def without_either_way(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module with what all branches of a condition do in its place, where that is to initialize all variables:
    ``init = tf.initialize_all_variables()`` before 0.12, ``init = tf.global_variables_initializer()`` from there on."""
    changed = module.visit(_Branches(aliases))
    assert isinstance(changed, cst.Module)
    return changed


class _Branches(cst.CSTTransformer):
    def __init__(self, aliases: Aliases) -> None:
        self._aliases = aliases

    def leave_If(self, original_node: cst.If, updated_node: cst.If) -> cst.BaseStatement:
        otherwise = original_node.orelse
        if not isinstance(otherwise, cst.Else):
            return updated_node
        first, second = self._initializes(original_node.body), self._initializes(otherwise.body)
        if first is None or second is None or _without_symbols(first) != _without_symbols(second):
            return updated_node
        lead = [line for line in original_node.leading_lines if line.comment]
        return with_lead(second.with_changes(leading_lines=[]), lead)

    def _initializes(self, block: cst.BaseSuite) -> cst.BaseStatement | None:
        """The one statement of a block that makes or runs an initializer, None for any other block."""
        body = as_statements(block)
        made = [call for call in calls(body[0]) if called(call, self._aliases) in INITS] if len(body) == 1 else []
        return body[0] if len(made) == 1 and not made[0].args else None


def _without_symbols(statement: cst.BaseStatement) -> str:
    """What a statement does with its initializer, as text."""
    pair = assigned(statement)
    small = only(statement)
    if pair is not None:
        return f"{code(pair[0])} ="
    call = small.value if isinstance(small, cst.Expr) else None
    return f"{code(call.func)}()" if isinstance(call, cst.Call) and len(call.args) == 1 else code(statement)
