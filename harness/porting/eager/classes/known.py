"""Conditions that are known where an object is made: of two branches one is left."""

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.tree import code, only, with_lead

Known = Mapping[str, object]
_WORDS = {"True": True, "False": False, "None": None}
_UNKNOWN = object()


def constant(node: cst.BaseExpression) -> tuple[object] | None:
    """Give the value of a literal, in a tuple; None for any other expression."""
    try:
        return (ast.literal_eval(code(node)),)
    except (ValueError, SyntaxError):
        return None


def folded(body: Sequence[cst.BaseStatement], known: Known) -> list[cst.BaseStatement]:
    """Give statements without the branches that are never run. ``known`` are the values of names, ``self.rate`` among
    them; what stands behind a ``return`` goes as well."""
    found: list[cst.BaseStatement] = []
    for statement in body:
        if isinstance(statement, cst.If):
            kept = _chosen(statement, known)
            found += kept
        elif isinstance(statement, cst.With) and isinstance(statement.body, cst.IndentedBlock):
            inner = folded(as_statements(statement.body), known)
            found.append(statement.with_changes(body=statement.body.with_changes(body=inner)))
        else:
            found.append(statement)
        if found and isinstance(only(found[-1]), cst.Return):
            break
    return found


def _chosen(statement: cst.If, known: Known) -> list[cst.BaseStatement]:
    value = _value(statement.test, known)
    if value is _UNKNOWN:
        block = statement.body
        changed = statement.with_changes(test=_what_is_left(statement.test, known))
        if isinstance(block, cst.IndentedBlock):
            changed = changed.with_changes(body=block.with_changes(body=folded(as_statements(block), known)))
        orelse = statement.orelse
        if isinstance(orelse, cst.Else) and isinstance(orelse.body, cst.IndentedBlock):
            inner = orelse.body.with_changes(body=folded(as_statements(orelse.body), known))
            changed = changed.with_changes(orelse=orelse.with_changes(body=inner))
        elif isinstance(orelse, cst.If):
            rest = _chosen(orelse, known)
            if len(rest) == 1 and isinstance(rest[0], cst.If):
                changed = changed.with_changes(orelse=rest[0])
            elif rest:
                changed = changed.with_changes(orelse=cst.Else(cst.IndentedBlock(rest)))
            else:
                changed = changed.with_changes(orelse=None)
        return [changed]
    lead = [line for line in statement.leading_lines if line.comment]
    if value:
        kept = folded(as_statements(statement.body), known)
    elif isinstance(statement.orelse, cst.If):
        kept = _chosen(statement.orelse, known)
    else:
        kept = folded(as_statements(statement.orelse.body), known) if statement.orelse is not None else []
    if kept and lead and value:
        kept[0] = with_lead(kept[0], lead)
    return kept


def _what_is_left(test: cst.BaseExpression, known: Known) -> cst.BaseExpression:
    """Give a condition without what is known of it: ``rate < 1`` for ``training and rate < 1`` where it trains."""
    if not isinstance(test, cst.BooleanOperation):
        return test
    idle = isinstance(test.operator, cst.And)
    for side, other in ((test.left, test.right), (test.right, test.left)):
        value = _value(side, known)
        if value is not _UNKNOWN and bool(value) == idle:
            return _what_is_left(other, known)
    return test


def _value(node: cst.BaseExpression, known: Known) -> object:
    try:
        return _of(ast.parse(code(node), mode="eval").body, known)
    except (SyntaxError, TypeError, LookupError):
        return _UNKNOWN


def _of(node: ast.expr, known: Known) -> object:
    """Give the value of an expression. Raises LookupError for what is not known."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name | ast.Attribute):
        return known[ast.unparse(node)]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return not _of(node.operand, known)
    if isinstance(node, ast.BoolOp):
        settles = not isinstance(node.op, ast.And)
        values = [_known_or_not(each, known) for each in node.values]
        if any(each is not _UNKNOWN and bool(each) == settles for each in values):
            return settles
        if _UNKNOWN in values:
            raise LookupError(ast.unparse(node))
        return not settles
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        left, right = _of(node.left, known), _of(node.comparators[0], known)
        compare = _COMPARED.get(type(node.ops[0]))
        if compare is not None:
            return compare(left, right)
    raise LookupError(ast.unparse(node))


def _known_or_not(node: ast.expr, known: Known) -> object:
    try:
        return _of(node, known)
    except LookupError:
        return _UNKNOWN


_COMPARED: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
    ast.Is: lambda a, b: a is b,
    ast.IsNot: lambda a, b: a is not b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
}
