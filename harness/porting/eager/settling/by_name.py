"""Functions that ask for variables by name, in whatever shape they are given: they go on doing so."""

from collections.abc import Iterable
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.equals.layers import makes_layer
from harness.porting.eager.kinds import VARIABLES
from harness.porting.eager.names import binds, parameters, reads
from harness.porting.eager.resolve import Aliases, called, symbol
from harness.porting.eager.settling.inlined_initials import with_inlined_initials
from harness.porting.eager.settling.named_calls import ByName, Functions, opened, reuses, scope_names
from harness.porting.eager.tree import argument, calls, code, dotted, only, walk


@dataclass(frozen=True)
class _Site:
    """A call of such a function: the ``caller`` (empty: none such) and the scopes that are open there, as texts."""

    function: str
    caller: str
    scopes: tuple[str, ...]


def with_variables_by_name(
    module: cst.Module, aliases: Aliases, initializers: frozenset[str], asked: str = "variable"
) -> cst.Module:
    """Give a module whose functions ask ``variable(name, initial_value)`` for what ``tf.get_variable`` gave them, where
    they read a shape off what they are given or share by scopes; the same module where they do not, or cannot."""
    every = {each.name.value: each for each in walk(module) if isinstance(each, cst.FunctionDef)}
    makers = {name for name, node in every.items() if _asks(node, aliases)}
    if not makers or not _wants(module, every, makers, aliases):
        return module
    # What calls one that runs a Session asks for no variables by that.
    plain = {
        name: {dotted(call.func) for call in calls(node)} for name, node in every.items() if not _runs(node, aliases)
    }
    reached = makers & plain.keys()
    for _ in plain:
        reached |= {name for name, named in plain.items() if reached & named}
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
    module = with_inlined_initials(module, functions, aliases)
    changed = module.visit(ByName(functions, scoped, aliases, initializers, scope_names(module, aliases), asked))
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


def _wants(module: cst.Module, every: Functions, makers: set[str], aliases: Aliases) -> bool:
    if any(reuses(each) for each in walk(module)) or any("AUTO_REUSE" in code(every[name]) for name in makers):
        return True
    ask = [node for name, node in every.items() if name in makers or makers & {dotted(c.func) for c in calls(node)}]
    return any(_by_shape(node, makers, aliases) for node in ask)


def _by_shape(node: cst.FunctionDef, makers: set[str], aliases: Aliases) -> bool:
    """Whether variables that a function makes, or has others make, are as large as what it is given."""
    known = set(parameters(node.params))
    shapes: set[str] = set()
    for _ in range(3):
        for line in walk(node.body):
            small = only(line)
            if isinstance(small, cst.Assign) and (_asks_shape(small.value, known) or reads(small.value) & shapes):
                shapes |= set(binds(line))
            elif isinstance(small, cst.Assign) and reads(small.value) & known:
                known |= set(binds(line))
    asked = [call for call in calls(node) if called(call, aliases) == "tf.get_variable" or dotted(call.func) in makers]
    return any(_asks_shape(call, known) or reads(call) & shapes for call in asked)


def _asks_shape(node: cst.CSTNode, known: set[str]) -> bool:
    return any(
        isinstance(each, cst.Attribute) and each.attr.value in ("get_shape", "shape") and dotted(each.value) in known
        for each in walk(node)
    )


def _sites(module: cst.Module, functions: Functions, aliases: Aliases) -> Iterable[_Site]:
    known = scope_names(module, aliases)
    waiting: list[tuple[cst.CSTNode, str, tuple[str, ...]]] = [(module, "", ())]
    while waiting:
        node, caller, scopes = waiting.pop()
        if isinstance(node, cst.FunctionDef):
            caller, scopes = (node.name.value if node.name.value in functions else ""), ()
        if isinstance(node, cst.With):
            scopes = (*scopes, *opened(node, aliases, known))
        if isinstance(node, cst.Call) and dotted(node.func) in functions:
            yield _Site(dotted(node.func), caller, scopes)
        waiting.extend((child, caller, scopes) for child in node.children)


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
