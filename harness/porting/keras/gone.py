"""Statements of which only the comments are left."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.tree import code, only, with_lead

GONE_LINE = "__left_out__"


def gone(lines: Sequence[cst.EmptyLine]) -> cst.BaseStatement:
    """Give what stands for a statement that is gone and whose comments stay."""
    return cst.SimpleStatementLine([cst.Expr(cst.Name(GONE_LINE))], leading_lines=lines)


def without_gone(module: cst.Module) -> cst.Module:
    """Hand the comments of what is gone on to what stands behind it."""
    changed = module.visit(_Moved())
    assert isinstance(changed, cst.Module)
    return changed


class _Moved(cst.CSTTransformer):
    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:
        del original_node
        return updated_node.with_changes(body=_moved(updated_node.body))

    def leave_IndentedBlock(self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock) -> cst.BaseSuite:
        del original_node
        return updated_node.with_changes(body=_moved(updated_node.body))


def _moved(body: Sequence[cst.CSTNode]) -> list[cst.BaseStatement]:
    found: list[cst.BaseStatement] = []
    waiting: list[cst.EmptyLine] = []
    for each in body:
        assert isinstance(each, cst.BaseStatement)
        small = only(each)
        if isinstance(small, cst.Expr) and code(small) == GONE_LINE:
            waiting.extend(getattr(each, "leading_lines", ()))
            continue
        found.append(with_lead(each, waiting))
        waiting = []
    if any(line.comment for line in waiting):
        found.append(with_lead(cst.SimpleStatementLine([cst.Pass()]), waiting))
    return found
