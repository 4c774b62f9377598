"""Calls of ``tf.get_variable`` as ``variable(name, initial_value)``, and those of functions that make them."""

from collections.abc import Iterable, Mapping

import libcst as cst

from harness.porting.eager.equals.variables import new_variable
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.names import parameters
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, code, dotted, expression, only, walk

Functions = dict[str, cst.FunctionDef]
_REUSE = ("reuse", "_reuse")
_OPENS = frozenset({"tf.variable_scope"})
_THIS = "tf.get_variable_scope"


def opened(node: cst.With, aliases: Aliases, known: Mapping[str, str]) -> list[str]:
    """The names of scopes that a block opens, as expressions; ``known`` are names that stand for scopes."""
    found = []
    for item in node.items:
        name = argument(item.item, "name_or_scope", 0) if isinstance(item.item, cst.Call) else None
        if called(item.item, aliases) not in _OPENS or name is None or called(name, aliases) == _THIS:
            continue
        found.append(known.get(code(name), code(name)))
    return found


def scope_names(module: cst.Module, aliases: Aliases) -> dict[str, str]:
    """Names that blocks give to the scopes that they open, with those of the scopes."""
    found = {}
    for node in walk(module):
        for item in node.items if isinstance(node, cst.With) else ():
            name = argument(item.item, "name_or_scope", 0) if isinstance(item.item, cst.Call) else None
            if item.asname is not None and called(item.item, aliases) in _OPENS and name is not None:
                found[dotted(item.asname.name)] = code(name)
    return found


def reuses(node: cst.CSTNode) -> bool:
    """Whether a call has variables of a scope used again."""
    return (
        isinstance(node, cst.Call)
        and isinstance(node.func, cst.Attribute)
        and (node.func.attr.value == "reuse_variables")
    )


class ByName(cst.CSTTransformer):
    """Rewrites some functions and the calls of them; ``scoped`` ones are told the scope that they are called in."""

    def __init__(
        self,
        functions: Functions,
        scoped: set[str],
        aliases: Aliases,
        initializers: frozenset[str],
        known: Mapping[str, str],
        asked: str,
    ) -> None:
        self._known, self._asked = known, asked
        self._functions, self._scoped = functions, scoped
        self._aliases, self._initializers = aliases, initializers
        self._callers: list[str] = []
        self._scopes: list[list[str]] = [[]]
        self._tf = next((name for name, what in aliases.items() if what == "tf"), "tf")

    def _inside(self) -> bool:
        return bool(self._callers) and self._callers[-1] in self._functions

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self._callers.append(node.name.value)
        self._scopes.append(["scope"] if node.name.value in self._scoped else [])

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        name = self._callers.pop()
        self._scopes.pop()
        if name not in self._functions:
            return updated_node
        kept = [each for each in updated_node.params.params if each.name.value not in _REUSE]
        if name in self._scoped:
            default = any(each.default is not None for each in kept)
            extra = cst.parse_statement("def f(scope=''): pass" if default else "def f(scope): pass")
            assert isinstance(extra, cst.FunctionDef)
            kept.append(extra.params.params[0])
        if kept:
            kept = [*(each.with_changes(comma=cst.MaybeSentinel.DEFAULT) for each in kept)]
        return updated_node.with_changes(params=updated_node.params.with_changes(params=kept))

    def visit_With(self, node: cst.With) -> None:
        self._scopes[-1].extend(opened(node, self._aliases, self._known))

    def leave_With(
        self, original_node: cst.With, updated_node: cst.With
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
        own = opened(original_node, self._aliases, self._known)
        if own:
            del self._scopes[-1][-len(own) :]
        goes = [called(each.item, self._aliases) in _OPENS for each in original_node.items]
        if self._inside() and all(goes):
            return cst.FlattenSentinel(as_statements(updated_node.body))
        items = [_shared(each) if gone else each for each, gone in zip(updated_node.items, goes, strict=True)]
        return updated_node.with_changes(items=items)

    def leave_If(self, original_node: cst.If, updated_node: cst.If) -> cst.If | cst.RemovalSentinel:
        if any(reuses(each) for each in walk(original_node.body)) and original_node.orelse is None:
            return cst.RemoveFromParent()
        return updated_node

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        small = only(original_node)
        if isinstance(small, cst.Expr) and reuses(small.value):
            return cst.RemoveFromParent()
        return updated_node

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        name = dotted(original_node.func)
        if name in self._functions:
            args = [each for each in updated_node.args if each.keyword is None or each.keyword.value not in _REUSE]
            names = parameters(self._functions[name].params)
            args = [
                each
                for place, each in enumerate(args)
                if each.keyword is not None or place >= len(names) or names[place] not in _REUSE
            ]
            if name in self._scoped:
                word = cst.parse_expression(f"f(scope={joined(self._scopes[-1])})")
                assert isinstance(word, cst.Call)
                args = [*(each.with_changes(comma=cst.MaybeSentinel.DEFAULT) for each in args), *word.args]
            return updated_node.with_changes(args=args)
        if not self._inside() or called(original_node, self._aliases) != "tf.get_variable":
            return updated_node
        made = new_variable(updated_node, "tf.get_variable", self._aliases, self._tf, self._initializers)
        given = argument(updated_node, "name", 0)
        assert isinstance(made, cst.Call) and given is not None
        scopes, name = self._scopes[-1], code(given)
        # Where several scopes have a variable of that name it has its scope in it already.
        known = bool(scopes) and name[1:].startswith(f"{joined(scopes)[1:-1]}/")
        whole = name if known else joined([*scopes, name])
        return expression(f"{self._asked}({whole}, lambda: {code(made.args[0].value)})")


def _shared(item: cst.WithItem) -> cst.WithItem:
    """A scope that says nothing of reuse."""
    call = item.item
    assert isinstance(call, cst.Call)
    args = [each for each in call.args if each.keyword is None or each.keyword.value != "reuse"]
    if args:
        args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return item.with_changes(item=call.with_changes(args=args))


def joined(parts: Iterable[str]) -> str:
    """Give an expression for parts of a name with slashes between them."""
    found: list[str] = []
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    for place, each in enumerate(parts):
        node = cst.parse_expression(each)
        slash = "/" if place else ""
        if isinstance(node, cst.SimpleString):
            said = f"{slash}{node.evaluated_value!s}"
            if found and found[-1].startswith('"'):
                found[-1] = f'{found[-1][:-1]}{said}"'
            else:
                found.append(f'"{said}"')
            continue
        if slash and found and found[-1].startswith('"'):
            found[-1] = f'{found[-1][:-1]}/"'
        elif slash:
            found.append('"/"')
        found.append(each if isinstance(node, cst.Name | cst.Attribute | cst.Call | cst.Subscript) else f"({each})")
    return " + ".join(found)
