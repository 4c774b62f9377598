"""Statements of which a part is gone, as what is left of them: no empty lines, no empty blocks, None for a value."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.calls_of_runs import GONE, GONE_SESSION
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.tree import dotted, only
from harness.porting.notebook_source import SHOWN

NO_SESSION = "a Session stood here, of which nothing is left: leave out what is done with it"


def emptied(node: cst.CSTNode) -> cst.CSTNode | None:
    """Give what is left of a statement, None where that is nothing."""
    left = node.visit(_Emptied())
    return left if isinstance(left, cst.CSTNode) else None


def shown(node: cst.BaseExpression) -> cst.BaseExpression:
    """Give the value that a notebook shows where an expression shows one, any other as it is."""
    if isinstance(node, cst.Call) and dotted(node.func) == SHOWN and len(node.args) == 1:
        return node.args[0].value
    return node


def with_none(node: cst.CSTNode) -> tuple[cst.CSTNode, list[str]]:
    """Put None where a value is gone, as a run of the initializer gives it; why a Session cannot be, in words."""
    put = _None()
    changed = node.visit(put)
    assert isinstance(changed, cst.CSTNode)
    return changed, [NO_SESSION] if put.sessions else []


class _None(cst.CSTTransformer):
    def __init__(self) -> None:
        self.sessions = False

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        self.sessions |= original_node.value == GONE_SESSION
        return updated_node.with_changes(value="None") if original_node.value in (GONE, GONE_SESSION) else updated_node


class _Emptied(cst.CSTTransformer):
    """Takes out lines that are gone; a block that is left empty has ``pass``."""

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        del original_node
        body = _without_gone(updated_node.body)
        if len(body) == len(updated_node.body):
            return updated_node
        if not body:
            return cst.RemoveFromParent()
        return updated_node.with_changes(body=body)

    def leave_SimpleStatementSuite(
        self, original_node: cst.SimpleStatementSuite, updated_node: cst.SimpleStatementSuite
    ) -> cst.SimpleStatementSuite:
        del original_node
        body = _without_gone(updated_node.body)
        return updated_node.with_changes(body=body or [cst.Pass()])

    def leave_IndentedBlock(
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        del original_node
        if updated_node.body:
            return updated_node
        return updated_node.with_changes(body=[cst.SimpleStatementLine([cst.Pass()])])

    def leave_If(self, original_node: cst.If, updated_node: cst.If) -> cst.If:
        orelse, before = updated_node.orelse, original_node.orelse
        if (
            isinstance(orelse, cst.Else)
            and isinstance(before, cst.Else)
            and _only_passes(orelse) > _only_passes(before)
        ):
            return updated_node.with_changes(orelse=None)
        return updated_node


def _without_gone(body: Sequence[cst.BaseSmallStatement]) -> list[cst.BaseSmallStatement]:
    """Give the small statements of a line but for those of which nothing is left."""
    return [each for each in body if not (isinstance(each, cst.Expr) and is_gone(shown(each.value)))]


def is_gone(node: cst.BaseExpression) -> bool:
    """Whether nothing is left of an expression."""
    return dotted(node) in (GONE, GONE_SESSION)


def _only_passes(node: cst.Else) -> bool:
    body = as_statements(node.body)
    return len(body) == 1 and isinstance(only(body[0]), cst.Pass)
