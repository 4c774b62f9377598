"""Assignments to several names at once, one for each: what runs compute has one name where it is computed."""

import libcst as cst

from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import calls, code, dotted, only, statements, walk, with_lead


def with_names_apart(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module with ``b = f(x)`` and ``a = b`` for ``a = b = f(x)`` where that calls TensorFlow or a function of
    the script."""
    own = {each.name.value for each in walk(module) if isinstance(each, cst.FunctionDef)}
    changed = module.visit(_Apart(own, aliases))
    assert isinstance(changed, cst.Module)
    return changed


class _Apart(cst.CSTTransformer):
    def __init__(self, own: set[str], aliases: Aliases) -> None:
        self._own, self._aliases = own, aliases

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
        small = only(original_node)
        if not isinstance(small, cst.Assign) or len(small.targets) == 1:
            return updated_node
        names = [dotted(each.target) for each in small.targets]
        if not all(name.isidentifier() for name in names) or not self._computes(small.value):
            return updated_node
        last = names[-1]
        lines = [f"{last} = {code(small.value)}", *(f"{name} = {last}" for name in names[:-1])]
        made = statements("\n".join(lines))
        first = made[0].with_changes(trailing_whitespace=original_node.trailing_whitespace)
        return cst.FlattenSentinel([with_lead(first, list(original_node.leading_lines)), *made[1:]])

    def _computes(self, value: cst.BaseExpression) -> bool:
        asked = list(calls(value))
        return any(called(each, self._aliases).startswith("tf.") or dotted(each.func) in self._own for each in asked)
