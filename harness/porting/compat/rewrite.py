"""Rewriting what ``tf_upgrade_v2`` leaves undone, in the syntax tree, so that comments and layout stay."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.compat.calls import CALLS, OF_0_12, concat_in_order, ruled, split_in_order
from harness.porting.compat.contrib import CONTRIB
from harness.porting.compat.names import Names, names_of
from harness.porting.compat.renames import RENAMES
from harness.porting.compat.rules import Rule, public_name
from harness.porting.draft import MARK
from harness.symbols.naming import is_tf2, release_number

_IN_ORDER: Mapping[str, Callable[[Sequence[cst.Arg]], list[cst.Arg] | None]] = {
    "tf.concat": concat_in_order,
    "tf.split": split_in_order,
}


@dataclass(frozen=True)
class Rewritten:
    """A text, the helpers that it needs now by what it calls them, and what was rewritten, in words."""

    text: str
    helpers: Mapping[str, str]
    changes: tuple[str, ...]


def rewritten(text: str, origin: str) -> Rewritten:
    """Rewrite what has an equal; what has none is marked only where a rule knows why. Raises ValueError for a text that
    cannot be read."""
    return _by_rules(text, {**RENAMES, **CONTRIB, **CALLS, **_of_0_12(origin)}, makes_public=True)


def in_order(text: str, origin: str) -> Rewritten:
    """Give the arguments that stand in the order of 0.12 by their names, for whoever rewrites all else by himself.
    Raises ValueError for a text that cannot be read."""
    return _by_rules(text, _of_0_12(origin), makes_public=False)


def _of_0_12(origin: str) -> Mapping[str, Rule]:
    return OF_0_12 if origin and not is_tf2(origin) and release_number(origin) < (1, 0) else {}


def _by_rules(text: str, rules: Mapping[str, Rule], *, makes_public: bool) -> Rewritten:
    names = names_of(ast.parse(text))
    if not names.symbols:
        return Rewritten(text, {}, ())
    rewriter = Rewriter(names, rules, makes_public=makes_public)
    module = cst.parse_module(text).visit(rewriter)
    return Rewritten(module.code, rewriter.helpers, tuple(dict.fromkeys(rewriter.changes)))


class Rewriter(cst.CSTTransformer):
    """LibCST's way to change a tree: what is called when a node has been walked through."""

    def __init__(self, names: Names, rules: Mapping[str, Rule], *, makes_public: bool = True) -> None:
        super().__init__()
        self.makes_public = makes_public
        self.names = names
        self.rules = rules
        self.helpers: dict[str, str] = {}
        self.changes: list[str] = []
        # Names that stand for themselves, functions that are called, and reasons for the statements around a node.
        self.own: set[cst.CSTNode] = set()
        # What something is asked of: a class may be asked for its methods, whatever it takes when it is called.
        self.owners: set[cst.CSTNode] = set()
        self.functions: dict[cst.CSTNode, bool] = {}
        self.reasons: list[list[str]] = [[]]

    def visit_Import(self, node: cst.Import) -> bool:  # noqa: ARG002, N802, D102
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:  # noqa: ARG002, N802, D102
        return False

    def visit_Attribute(self, node: cst.Attribute) -> None:  # noqa: N802, D102
        self.own.add(node.attr)
        self.owners.add(node.value)

    def visit_Arg(self, node: cst.Arg) -> None:  # noqa: N802, D102
        if node.keyword:
            self.own.add(node.keyword)

    def visit_Param(self, node: cst.Param) -> None:  # noqa: N802, D102
        self.own.add(node.name)

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:  # noqa: N802, D102
        self.own.add(node.target)

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802, D102
        name = self._symbol(node.func)
        rule = self.rules.get(name) if name else None
        if rule is not None:
            arguments = ruled(rule, node.args)
            self.functions[node.func] = not isinstance(arguments, str)
            if isinstance(arguments, str):
                self.reasons[-1].append(f"{name} is not in TensorFlow 2, and {arguments}")

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:  # noqa: N802, D102
        name = self._symbol(original_node.func)
        if name is None:
            return updated_node
        if name in _IN_ORDER:
            arguments: list[cst.Arg] | str | None = _IN_ORDER[name](updated_node.args)
            if isinstance(arguments, list):
                self.changes.append(f"{name} in the order of 1.0")
                return updated_node.with_changes(args=arguments)
        rule = self.rules.get(name)
        if rule is None or not self.functions.get(original_node.func):
            return updated_node
        arguments = ruled(rule, updated_node.args)
        assert isinstance(arguments, list)
        if list(arguments) != list(updated_node.args) and rule.to == name:
            self.changes.append(f"{name} with its arguments by name")
        return updated_node.with_changes(args=_without_last_comma(arguments, updated_node.args))

    def leave_Attribute(  # noqa: N802, D102
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        return self._renamed(original_node, updated_node)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:  # noqa: N802, D102
        return updated_node if original_node in self.own else self._renamed(original_node, updated_node)

    def visit_SimpleStatementLine(self, node: cst.SimpleStatementLine) -> None:  # noqa: ARG002, N802, D102
        self.reasons.append([])

    def leave_SimpleStatementLine(  # noqa: N802, D102
        self,
        original_node: cst.SimpleStatementLine,  # noqa: ARG002
        updated_node: cst.SimpleStatementLine,
    ) -> cst.SimpleStatementLine:
        marks = marks_above(self.reasons.pop(), updated_node.leading_lines)
        return updated_node.with_changes(leading_lines=[*updated_node.leading_lines, *marks])

    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:  # noqa: ARG002, N802, D102
        # Those of what stands in the head of a block.
        marks = marks_above(self.reasons[0], updated_node.header)
        return updated_node.with_changes(header=[*updated_node.header, *marks]) if marks else updated_node

    def _symbol(self, node: cst.BaseExpression) -> str | None:
        name = dotted_name(node)
        symbol = self.names.of(name) if name else None
        return public_name(symbol) if symbol else None

    def _renamed(self, original: cst.Attribute | cst.Name, updated: cst.Attribute | cst.Name) -> cst.BaseExpression:
        symbol = self._symbol(original)
        rule = self.rules.get(symbol) if symbol else None
        if symbol is None or rule is None:
            return updated if symbol is None else self._made_public(symbol, original, updated)
        if not self.functions.get(original, not rule.needs_call or original in self.owners):
            if original not in self.functions and rule.to != symbol:
                self.reasons[-1].append(
                    f"{symbol} is not in TensorFlow 2, and what stands for it takes other arguments"
                )
            return updated
        if rule.helper:
            called = f"contrib_{rule.helper}" if rule.helper in self.names.bound else rule.helper
            self.helpers[rule.helper] = called
            self.changes.append(f"{symbol}: a helper, {called}")
            return cst.Name(called)
        if rule.to == symbol:
            return updated
        self.changes.append(f"{symbol}: {rule.to}")
        return cst.parse_expression(self.names.called(rule.to))

    def _made_public(
        self, symbol: str, original: cst.Attribute | cst.Name, updated: cst.Attribute | cst.Name
    ) -> cst.BaseExpression:
        """What is had under its public name, and was taken from a place of the implementation."""
        name = dotted_name(original)
        private = self.names.of(name) if name else None
        if not self.makes_public or private is None or private == symbol or symbol.startswith("tf.contrib"):
            return updated
        self.changes.append(f"{private}: {symbol}")
        return cst.parse_expression(self.names.called(symbol))


def dotted_name(node: cst.BaseExpression) -> str | None:
    """Give ``a.b.c`` for such an expression, None for another."""
    words = []
    while isinstance(node, cst.Attribute):
        words.append(node.attr.value)
        node = node.value
    return ".".join([node.value, *reversed(words)]) if isinstance(node, cst.Name) else None


def marks_above(reasons: Sequence[str], lines: Sequence[cst.EmptyLine]) -> list[cst.EmptyLine]:
    """Give the lines of marks for what stands below some lines; those that are there already are not among them."""
    there = {line.comment.value for line in lines if line.comment}
    return [
        cst.EmptyLine(comment=cst.Comment(f"{MARK}{reason}"))
        for reason in dict.fromkeys(reasons)
        if f"{MARK}{reason}" not in there
    ]


def _without_last_comma(arguments: list[cst.Arg], before: Sequence[cst.Arg]) -> list[cst.Arg]:
    """An argument that was left out at the end leaves its comma before the bracket."""
    if arguments and before and arguments[-1] is not before[-1] and len(arguments) < len(before):
        arguments[-1] = arguments[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return arguments
