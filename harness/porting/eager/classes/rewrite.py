"""Code that names an object, with the object's attributes as names."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import libcst as cst

from harness.porting.eager.names import binds, parameters
from harness.porting.eager.tree import code, dotted, only, with_lead

if TYPE_CHECKING:
    from harness.porting.eager.classes.writer import Writer

Names = Mapping[str, cst.BaseExpression]
Flat = cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement] | cst.RemovalSentinel


class Rewrite(cst.CSTTransformer):
    """Has names in the place of ``owner.attribute``, and others in that of ``names``; a method that stands where it is
    called is put there. ``returns`` says that a ``return`` gives its value to ``target``."""

    def __init__(
        self,
        writer: "Writer",
        owner: str,
        names: Names,
        *,
        returns: bool = False,
        target: cst.BaseExpression | None = None,
        inlines: bool = False,
    ) -> None:
        self._writer, self._owner, self._names = writer, owner, names
        self._returns, self._target, self._inlines = returns, target, inlines
        self._hidden: list[set[str]] = []
        self._pending: list[cst.BaseStatement] = []

    def _is_hidden(self, name: str) -> bool:
        return any(name in each for each in self._hidden)

    def _enter(self, own: set[str]) -> None:
        self._hidden.append(own)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        self._enter({*parameters(node.params), *binds(node.body)})
        return True

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        self._hidden.pop()
        name = self._names.get(original_node.name.value)
        kept = name if isinstance(name, cst.Name) and not self._is_hidden(original_node.name.value) else None
        return updated_node.with_changes(name=kept or original_node.name)

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        self._enter(set(parameters(node.params)))
        return True

    def leave_Lambda(self, original_node: cst.Lambda, updated_node: cst.Lambda) -> cst.Lambda:
        del original_node
        self._hidden.pop()
        return updated_node

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Param(self, original_node: cst.Param, updated_node: cst.Param) -> cst.Param:
        return updated_node.with_changes(name=original_node.name)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        name = original_node.value
        if name not in self._names or self._is_hidden(name):
            return updated_node
        made = self._names[name]
        if isinstance(made, cst.Name):
            return cst.Name(made.value, original_node.lpar, original_node.rpar)
        return made

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        if dotted(original_node.value) == self._owner and not self._is_hidden(self._owner):
            made, before = self._writer.asked(original_node.attr.value)
            self._pending += before
            return made
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        func = original_node.func
        if isinstance(func, cst.Attribute) and dotted(func.value) == self._owner and not self._is_hidden(self._owner):
            return self._writer.without_sessions(func.attr.value, updated_node)
        return updated_node

    def leave_With(self, original_node: cst.With, updated_node: cst.With) -> Flat:
        del original_node
        inner = updated_node.body.body
        return updated_node if inner else cst.RemoveFromParent()

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> Flat:
        before, self._pending = self._pending, []
        found = self._line(original_node, updated_node)
        if len(found) == 1 and not before:
            return found[0]
        return cst.FlattenSentinel([*before, *found])

    def _line(self, original: cst.SimpleStatementLine, updated: cst.SimpleStatementLine) -> list[cst.BaseStatement]:
        small, new = only(original), only(updated)
        if isinstance(small, cst.Return) and self._returns and not self._hidden:
            assert isinstance(new, cst.Return)
            return self._given(small, new.value, updated)
        call = small.value if isinstance(small, cst.Expr | cst.Assign) else None
        method = self._called(call)
        if method and isinstance(new, cst.Expr | cst.Assign) and isinstance(new.value, cst.Call):
            target = new.targets[0].target if isinstance(new, cst.Assign) else None
            return _led(self._writer.expand(method, new.value, target), updated.leading_lines)
        asked = small.value if isinstance(small, cst.Expr) else None
        if isinstance(asked, cst.Attribute) and dotted(asked.value) == self._owner:
            return []  # A property that is asked for to have it made.
        if isinstance(new, cst.Assign):
            return self._assigned(new, updated)
        return [updated]

    def _assigned(self, new: cst.Assign, updated: cst.SimpleStatementLine) -> list[cst.BaseStatement]:
        targets = [each.target for each in new.targets]
        if len(targets) == 1:
            return [] if code(targets[0]) == code(new.value) else [updated]
        if not self._inlines:
            return [updated]
        fresh: list[cst.BaseExpression] = []
        for each in targets:
            if code(each) not in {code(one) for one in fresh}:
                fresh.append(each)
        values = [new.value, *[fresh[0]] * (len(fresh) - 1)]
        lines = [
            cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(target)], value)])  # type: ignore[arg-type]
            for target, value in zip(fresh, values, strict=True)
        ]
        lines[0] = updated.with_changes(body=lines[0].body)
        return list(lines)

    def _called(self, call: cst.BaseExpression | None) -> str:
        """Give the method that stands where this calls it, an empty text for all else."""
        if not self._inlines or self._hidden or not isinstance(call, cst.Call):
            return ""
        func = call.func
        if not isinstance(func, cst.Attribute) or dotted(func.value) != self._owner:
            return ""
        return func.attr.value if func.attr.value in self._writer.inlined else ""

    def _given(
        self, original: cst.Return, value: cst.BaseExpression | None, updated: cst.SimpleStatementLine
    ) -> list[cst.BaseStatement]:
        method = self._called(original.value)
        if method:
            assert isinstance(value, cst.Call)
            return _led(self._writer.expand(method, value, self._target), updated.leading_lines)
        if value is None:
            return []
        if self._target is None:
            if not isinstance(value, cst.Call):
                return []
            return [updated.with_changes(body=[cst.Expr(value)])]
        lines = [
            cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(left)], right)])  # type: ignore[arg-type]
            for left, right in pairs(self._target, value)
            if code(left) != code(right)
        ]
        return _led(list(lines), updated.leading_lines)


def pairs(target: cst.BaseExpression, value: cst.BaseExpression) -> list[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """Give targets with what each is given, where both are written out; else the two as they are."""
    left = target.elements if isinstance(target, cst.Tuple | cst.List) else ()
    right = value.elements if isinstance(value, cst.Tuple | cst.List) else ()
    if not left or len(left) != len(right):
        return [(target, value)]
    return [(one.value, other.value) for one, other in zip(left, right, strict=True)]


def _led(body: list[cst.BaseStatement], lead: object) -> list[cst.BaseStatement]:
    lines = [line for line in lead if line.comment] if isinstance(lead, list | tuple) else []
    first = [line for line in lead if not line.comment][:1] if isinstance(lead, list | tuple) else []
    return [with_lead(body[0], [*first, *lines]), *body[1:]] if body else []
