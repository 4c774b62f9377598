"""Functions that ask for variables by name, in whatever shape they are given: they go on doing so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.kinds import VARIABLES
from harness.porting.eager.layers import makes_layer
from harness.porting.eager.names import binds, parameters, reads
from harness.porting.eager.resolve import Aliases, called, symbol
from harness.porting.eager.tree import argument, calls, code, dotted, expression, only, walk
from harness.porting.eager.variables import new_variable

_REUSE = ("reuse", "_reuse")
_OPENS = frozenset({"tf.variable_scope"})
_THIS = "tf.get_variable_scope"
Functions = dict[str, cst.FunctionDef]


@dataclass(frozen=True)
class _Site:
    """A call of such a function: the ``caller`` (empty: none such) and the scopes that are open there, as texts."""

    function: str
    caller: str
    scopes: tuple[str, ...]


def with_variables_by_name(module: cst.Module, aliases: Aliases, initializers: frozenset[str]) -> cst.Module:
    """Give a module whose functions ask ``variable(name, initial_value)`` for what ``tf.get_variable`` gave them, where
    they read a shape off what they are given or share by scopes; the same module where they do not, or cannot."""
    every = {each.name.value: each for each in walk(module) if isinstance(each, cst.FunctionDef)}
    makers = {name for name, node in every.items() if _asks(node, aliases)}
    if not makers or not _wants(module, [every[name] for name in makers], aliases):
        return module
    reached = set(makers)
    for _ in every:
        reached |= {name for name, node in every.items() if reached & {dotted(call.func) for call in calls(node)}}
    reached = {name for name in reached if not _runs(every[name], aliases)}
    functions = {name: every[name] for name in reached}
    if not makers <= reached or any(_makes_others(node, aliases) for node in functions.values()):
        return module
    sites = [*_sites(module, functions, aliases)]
    named = {dotted(call.func) for call in calls(module)}
    if not reached <= named:
        return module
    scoped = _scoped(functions, sites)
    if scoped is None:
        return module
    changed = module.visit(_ByName(functions, scoped, aliases, initializers, _scope_names(module, aliases)))
    assert isinstance(changed, cst.Module)
    return changed


def _asks(node: cst.FunctionDef, aliases: Aliases) -> bool:
    return any(called(call, aliases) == "tf.get_variable" for call in calls(node)) and not _runs(node, aliases)


def _runs(node: cst.FunctionDef, aliases: Aliases) -> bool:
    from harness.porting.eager.helpers import runs_graph

    inner = any(isinstance(each, cst.FunctionDef) and each is not node for each in walk(node))
    return inner or runs_graph(node, aliases)


def _makes_others(node: cst.FunctionDef, aliases: Aliases) -> bool:
    """Whether a function makes what is not had by a name alone."""
    for call in calls(node):
        name = called(call, aliases)
        if makes_layer(name) or name in VARIABLES - {"tf.get_variable"}:
            return True
        if name == "tf.get_variable":
            given = [argument(call, word) for word in ("trainable", "regularizer", "collections")]
            dtype = argument(call, "dtype", 2)
            if any(given) or argument(call, "name", 0) is None:
                return True
            if dtype is not None and symbol(dtype, aliases) != "tf.float32":
                return True
    return False


def _wants(module: cst.Module, makers: Iterable[cst.FunctionDef], aliases: Aliases) -> bool:
    if any(_reuses(each) for each in walk(module)):
        return True
    return any(_by_shape(node, aliases) or "AUTO_REUSE" in code(node) for node in makers)


def _reuses(node: cst.CSTNode) -> bool:
    return (
        isinstance(node, cst.Call)
        and isinstance(node.func, cst.Attribute)
        and (node.func.attr.value == "reuse_variables")
    )


def _by_shape(node: cst.FunctionDef, aliases: Aliases) -> bool:
    """Whether variables of a function are as large as what it is given."""
    known = set(parameters(node.params))
    shapes: set[str] = set()
    for _ in range(3):
        for line in walk(node.body):
            small = only(line)
            if isinstance(small, cst.Assign) and (_asks_shape(small.value, known) or reads(small.value) & shapes):
                shapes |= set(binds(line))
            elif isinstance(small, cst.Assign) and reads(small.value) & known:
                known |= set(binds(line))
    asked = [call for call in calls(node) if called(call, aliases) == "tf.get_variable"]
    return any(_asks_shape(call, known) or reads(call) & shapes for call in asked)


def _asks_shape(node: cst.CSTNode, known: set[str]) -> bool:
    return any(
        isinstance(each, cst.Attribute) and each.attr.value in ("get_shape", "shape") and dotted(each.value) in known
        for each in walk(node)
    )


def _sites(module: cst.Module, functions: Functions, aliases: Aliases) -> Iterable[_Site]:
    known = _scope_names(module, aliases)
    waiting: list[tuple[cst.CSTNode, str, tuple[str, ...]]] = [(module, "", ())]
    while waiting:
        node, caller, scopes = waiting.pop()
        if isinstance(node, cst.FunctionDef):
            caller, scopes = (node.name.value if node.name.value in functions else ""), ()
        if isinstance(node, cst.With):
            scopes = (*scopes, *_opened(node, aliases, known))
        if isinstance(node, cst.Call) and dotted(node.func) in functions:
            yield _Site(dotted(node.func), caller, scopes)
        waiting.extend((child, caller, scopes) for child in node.children)


def _opened(node: cst.With, aliases: Aliases, known: Mapping[str, str]) -> list[str]:
    """The names of scopes that a block opens, as expressions; ``known`` are names that stand for scopes."""
    found = []
    for item in node.items:
        name = argument(item.item, "name_or_scope", 0) if isinstance(item.item, cst.Call) else None
        if called(item.item, aliases) not in _OPENS or name is None or called(name, aliases) == _THIS:
            continue
        found.append(known.get(code(name), code(name)))
    return found


def _scope_names(module: cst.Module, aliases: Aliases) -> dict[str, str]:
    """Names that blocks give to the scopes that they open, with those of the scopes."""
    found = {}
    for node in walk(module):
        for item in node.items if isinstance(node, cst.With) else ():
            name = argument(item.item, "name_or_scope", 0) if isinstance(item.item, cst.Call) else None
            if item.asname is not None and called(item.item, aliases) in _OPENS and name is not None:
                found[dotted(item.asname.name)] = code(name)
    return found


def _scoped(functions: Functions, sites: list[_Site]) -> set[str] | None:
    """The functions that are to be told the scope that they are called in; None where it is told to some calls alone.
    Where one scope stands around all, it is told to none."""
    outer = {site.scopes for site in sites if not site.caller}
    same = len(outer) <= 1
    scoped: set[str] = set()
    for _ in functions:
        scoped |= {
            site.function for site in sites if (site.caller in scoped) or (site.scopes and (site.caller or not same))
        }
    for site in sites:
        given = bool(site.scopes and (site.caller or not same)) or site.caller in scoped
        if site.function in scoped and not given:
            return None
    if any("scope" in parameters(functions[name].params) for name in scoped):
        return None
    return scoped


class _ByName(cst.CSTTransformer):
    def __init__(
        self,
        functions: Functions,
        scoped: set[str],
        aliases: Aliases,
        initializers: frozenset[str],
        known: Mapping[str, str],
    ) -> None:
        self._known = known
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
        self._scopes[-1].extend(_opened(node, self._aliases, self._known))

    def leave_With(
        self, original_node: cst.With, updated_node: cst.With
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
        opened = _opened(original_node, self._aliases, self._known)
        if opened:
            del self._scopes[-1][-len(opened) :]
        goes = [called(each.item, self._aliases) in _OPENS for each in original_node.items]
        if self._inside() and all(goes):
            return cst.FlattenSentinel(as_statements(updated_node.body))
        items = [_shared(each) if gone else each for each, gone in zip(updated_node.items, goes, strict=True)]
        return updated_node.with_changes(items=items)

    def leave_If(self, original_node: cst.If, updated_node: cst.If) -> cst.If | cst.RemovalSentinel:
        if any(_reuses(each) for each in walk(original_node.body)) and original_node.orelse is None:
            return cst.RemoveFromParent()
        return updated_node

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        small = only(original_node)
        if isinstance(small, cst.Expr) and _reuses(small.value):
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
        whole = joined([*self._scopes[-1], code(given)])
        return expression(f"variable({whole}, lambda: {code(made.args[0].value)})")


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
