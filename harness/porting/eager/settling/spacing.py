"""Keywords apart from the parenthesis behind them: what is put there in a draft may have none."""

import libcst as cst

_SPACE = cst.SimpleWhitespace(" ")
# The white space behind a keyword, by the kind of statement or operator that begins with it.
_BEHIND: dict[type[cst.CSTNode], str] = {
    cst.Return: "whitespace_after_return",
    cst.Assert: "whitespace_after_assert",
    cst.Raise: "whitespace_after_raise",
    cst.If: "whitespace_before_test",
    cst.While: "whitespace_after_while",
    cst.Not: "whitespace_after",
    cst.And: "whitespace_after",
    cst.Or: "whitespace_after",
    cst.In: "whitespace_after",
}


def spaced(module: cst.Module) -> cst.Module:
    """Give a module in which ``return(x)`` is ``return (x)``, and so for other keywords."""
    changed = module.visit(_Spaced())
    assert isinstance(changed, cst.Module)
    return changed


class _Spaced(cst.CSTTransformer):
    def on_leave(
        self, original_node: cst.CSTNodeT, updated_node: cst.CSTNodeT
    ) -> cst.CSTNodeT | cst.RemovalSentinel | cst.FlattenSentinel[cst.CSTNodeT]:
        """Put a space behind a keyword that has none."""
        field = _BEHIND.get(type(updated_node))
        space = getattr(updated_node, field) if field is not None else None
        nothing = isinstance(space, cst.MaybeSentinel) or (isinstance(space, cst.SimpleWhitespace) and not space.value)
        given = getattr(updated_node, {cst.Return: "value", cst.Raise: "exc"}.get(type(updated_node), ""), True)
        if field is None or not nothing or given is None:
            return super().on_leave(original_node, updated_node)
        return updated_node.with_changes(**{field: _SPACE})
