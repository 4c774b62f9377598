"""Statements that are left out of a module, whose comments stay."""

from collections.abc import Iterable, Sequence

import libcst as cst

from harness.porting.eager.tree import with_lead


def left_out(module: cst.Module, statements: Iterable[cst.CSTNode]) -> cst.Module:
    """Give a module without statements of it, each a node of its tree; a block that they were all of passes."""
    gone = {id(each) for each in statements}
    if not gone:
        return module
    changed = module.visit(_LeftOut(gone))
    assert isinstance(changed, cst.Module)
    return changed


class _LeftOut(cst.CSTTransformer):
    def __init__(self, gone: set[int]) -> None:
        self._gone = gone

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode | cst.RemovalSentinel:  # type: ignore[override]
        if id(original_node) in self._gone:
            return cst.RemoveFromParent()
        if isinstance(original_node, cst.Module | cst.IndentedBlock):
            assert isinstance(updated_node, cst.Module | cst.IndentedBlock)
            return updated_node.with_changes(body=self._body(original_node.body, updated_node.body))
        return updated_node

    def _body(self, before: Sequence[cst.BaseStatement], after: Sequence[cst.BaseStatement]) -> list[cst.BaseStatement]:
        """The statements that are left of a block, with the comments of those before them that are not."""
        found: list[cst.BaseStatement] = []
        waiting: list[cst.EmptyLine] = []
        left = iter(after)
        for each in before:
            if id(each) in self._gone:
                lines = getattr(each, "leading_lines", ())
                waiting += lines if any(line.comment for line in lines) else ()
                continue
            found.append(with_lead(next(left), waiting))
            waiting = []
        if waiting or not found:
            found.append(with_lead(cst.SimpleStatementLine([cst.Pass()]), waiting))
        return found
