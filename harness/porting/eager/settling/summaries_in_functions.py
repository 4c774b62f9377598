"""Summaries that functions of a script make of what they are given, which a graph gathers and nothing in TF2 does."""

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.helpers import runs_graph
from harness.porting.eager.kinds import SUMMARIES
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.settling.leaving_out import left_out
from harness.porting.eager.tree import calls, dotted, only, walk

CHANGE = "summaries that functions make of what they are given are left out: write them where their values are had"
_SCOPES = frozenset({"tf.name_scope", "tf.variable_scope", "tf.device"})


def without_summaries_in_functions(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module whose functions make no summaries, but for those that run a graph; one that does nothing else is
    left out with its calls."""
    for _ in range(8):
        every = [each for each in walk(module) if isinstance(each, cst.FunctionDef)]
        functions = [each for each in every if not runs_graph(each, aliases)]
        gone = [each for function in functions for each in walk(function.body) if _is_summary(each, aliases)]
        gone += _useless(module, functions, aliases)
        if not gone:
            return module
        module = left_out(module, gone)
    return module


def _is_summary(node: cst.CSTNode, aliases: Aliases) -> bool:
    small = only(node)
    return isinstance(small, cst.Expr) and called(small.value, aliases) in SUMMARIES


def _useless(module: cst.Module, functions: list[cst.FunctionDef], aliases: Aliases) -> list[cst.CSTNode]:
    """Functions that made summaries and now do nothing that anybody sees, with the statements that call them."""
    found: list[cst.CSTNode] = []
    for function in functions:
        name = function.name.value
        if not _does_nothing(function.body, aliases) or not _made_summaries(function):
            continue
        calling = [each for each in walk(module) if _calls(each, name)]
        uses = sum(1 for each in walk(module) if isinstance(each, cst.Name) and each.value == name)
        if uses == len(calling) + 1:
            found += [function, *calling]
    return found


def _made_summaries(function: cst.FunctionDef) -> bool:
    return "summar" in function.name.value.lower()


def _calls(node: cst.CSTNode, name: str) -> bool:
    small = only(node)
    return isinstance(small, cst.Expr) and isinstance(small.value, cst.Call) and dotted(small.value.func) == name


def _does_nothing(block: cst.BaseSuite, aliases: Aliases) -> bool:
    """Whether a block does nothing but give names to what it computes."""
    return all(_is_idle(each, aliases) for each in as_statements(block))


def _is_idle(statement: cst.BaseStatement, aliases: Aliases) -> bool:
    if isinstance(statement, cst.With):
        scopes = all(called(item.item, aliases) in _SCOPES for item in statement.items)
        return scopes and _does_nothing(statement.body, aliases)
    small = only(statement)
    if isinstance(small, cst.Pass):
        return True
    if isinstance(small, cst.Expr):
        return isinstance(small.value, cst.SimpleString)
    return isinstance(small, cst.Assign) and all(called(each, aliases).startswith("tf.") for each in calls(small.value))
