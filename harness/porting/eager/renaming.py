"""Names that stand for one thing and later for another, given names of their own."""

from collections.abc import Iterable, Sequence

import libcst as cst

from harness.porting.eager.graph import Region
from harness.porting.eager.kinds import (
    Kind,
)
from harness.porting.eager.names import reads
from harness.porting.eager.script import Script
from harness.porting.eager.tree import assigned, code, expression, only


class Rename(cst.CSTTransformer):
    """Gives names of a script others."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        del node
        return True

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        return cst.Name(self._names.get(updated_node.value, updated_node.value), updated_node.lpar, updated_node.rpar)


def own_name(statement: cst.BaseStatement, names: Sequence[str], region: Region, script: Script) -> cst.BaseStatement:
    """Give what a run computes a name of its own where it would hide what it is made of."""
    hides = []
    for name in names:
        thing = region.things.get(name)
        host = name not in region.things and (name in region.host or name in script.helpers)
        if name in reads(statement) and (host or (thing is not None and thing.kind is Kind.VARIABLE)):
            hides.append(name)
    if not hides:
        return statement
    statement = _spelled_out(statement)
    pair = assigned(statement)
    if pair is None:
        return statement
    hidden = {name: script.other_name(name) for name in hides}
    target = pair[0].visit(Rename(hidden))
    assert isinstance(target, cst.BaseExpression)
    changed = statement.deep_replace(pair[0], target)
    assert isinstance(changed, cst.BaseStatement)
    return changed


def _spelled_out(statement: cst.BaseStatement) -> cst.BaseStatement:
    """Give ``a = a + b`` for ``a += b``."""
    small = only(statement)
    if not isinstance(small, cst.AugAssign) or not isinstance(small.target, cst.Name):
        return statement
    text = code(small.operator).strip().removesuffix("=")
    value = small.value if isinstance(small.value, cst.Name | cst.Call | cst.BaseNumber) else _bracketed(small.value)
    made = expression(f"{small.target.value} {text} {code(value)}")
    return statement.with_changes(body=[cst.Assign([cst.AssignTarget(small.target)], made)])


def _bracketed(node: cst.BaseExpression) -> cst.BaseExpression:
    return node.with_changes(lpar=[cst.LeftParen(), *node.lpar], rpar=[*node.rpar, cst.RightParen()])


def bound_again(
    names: list[str], target: cst.BaseExpression, statement: cst.BaseStatement, script: Script
) -> tuple[cst.BaseExpression, cst.BaseStatement]:
    """Give other names to what a script binds again: functions read the first one when they run."""
    new = {name: script.other_name(name) for name in names}
    changed = target.visit(Rename(new))
    assert isinstance(changed, cst.Name | cst.Tuple | cst.List)
    whole = statement.deep_replace(target, changed)
    assert isinstance(whole, cst.BaseStatement)
    return changed, whole


def read_by_steps(region: Region) -> set[str]:
    """Names outside of the steps that these read when they are run."""
    written = {name for step in region.steps.values() for name in step.writes}
    return {name for step in region.steps.values() for name in reads(step.statement)} - written


class Remove(cst.CSTTransformer):
    """Takes statements out of blocks; all at once, for what is left has other nodes."""

    def __init__(self, statements: Iterable[cst.CSTNode]) -> None:
        self._statements = tuple(statements)

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode | cst.RemovalSentinel:  # type: ignore[override]
        if any(original_node is each for each in self._statements):
            return cst.RemoveFromParent()
        if isinstance(updated_node, cst.IndentedBlock) and not updated_node.body:
            return updated_node.with_changes(body=[cst.SimpleStatementLine([cst.Pass()])])
        return updated_node
