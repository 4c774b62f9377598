"""Initializers that a scope gives its variables, given to the variables themselves."""

import libcst as cst

from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, code, expression


def with_scope_initializers(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module whose ``tf.get_variable`` says what ``tf.variable_scope(…, initializer=…)`` says of it."""
    changed = module.visit(_Given(aliases))
    assert isinstance(changed, cst.Module)
    return changed


class _Given(cst.CSTTransformer):
    def __init__(self, aliases: Aliases) -> None:
        self._aliases = aliases
        self._scopes: list[str] = [""]

    def _of(self, item: cst.WithItem) -> str:
        call = item.item
        if not isinstance(call, cst.Call) or called(call, self._aliases) != "tf.variable_scope":
            return ""
        given = argument(call, "initializer")
        return code(given) if given is not None and code(given) != "None" else ""

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        del node
        self._scopes.append("")

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        del original_node
        self._scopes.pop()
        return updated_node

    def visit_With(self, node: cst.With) -> None:
        own = [each for item in node.items if (each := self._of(item))]
        self._scopes.append(own[-1] if own else self._scopes[-1])

    def leave_With(self, original_node: cst.With, updated_node: cst.With) -> cst.With:
        self._scopes.pop()
        items = []
        for old, each in zip(original_node.items, updated_node.items, strict=True):
            if self._of(old) and isinstance(each.item, cst.Call):
                args = [arg for arg in each.item.args if arg.keyword is None or arg.keyword.value != "initializer"]
                args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
                each = each.with_changes(item=each.item.with_changes(args=args))
            items.append(each)
        return updated_node.with_changes(items=items)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        given = self._scopes[-1]
        if not given or called(original_node, self._aliases) != "tf.get_variable":
            return updated_node
        if argument(original_node, "initializer", 3) is not None:
            return updated_node
        word = expression(f"f(initializer={given})")
        assert isinstance(word, cst.Call)
        args = [each.with_changes(comma=cst.MaybeSentinel.DEFAULT) for each in updated_node.args]
        return updated_node.with_changes(args=[*args, *word.args])
