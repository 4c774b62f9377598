"""The functions of a script: which make variables, which compute, which run Sessions of their own."""

from dataclasses import dataclass
from enum import Enum, auto

import libcst as cst

from harness.porting.eager.equals.layers import makes_layer
from harness.porting.eager.equals.supplied import CELLS, RUNS_CELLS
from harness.porting.eager.flatten import SESSIONS
from harness.porting.eager.kinds import INPUTS, STEPS, VARIABLES, is_optimizer
from harness.porting.eager.names import reads
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import assigned, calls, dotted, walk


class Does(Enum):
    """What a function does: it ``COMPUTES`` with what it is given, gives back a new variable, makes variables and
    computes with them, or builds and runs a graph of its own."""

    COMPUTES = auto()
    GIVES_VARIABLE = auto()
    MAKES_LAYER = auto()
    RUNS = auto()


@dataclass(frozen=True)
class Helper:
    """A function: what it does and which names of its surroundings it reads, also by functions that it calls."""

    node: cst.FunctionDef
    does: Does
    captures: frozenset[str]


def helpers_of(body: list[cst.FunctionDef], aliases: Aliases) -> dict[str, Helper]:
    """Look at functions that stand side by side."""
    nodes = {node.name.value: node for node in body}
    captured = {name: reads(node) for name, node in nodes.items()}
    for _ in nodes:
        for name, names in captured.items():
            for other in names & set(nodes) - {name}:
                captured[name] = captured[name] | captured[other]
    makers: set[str] = set()
    for _ in nodes:
        makers = {name for name, node in nodes.items() if _makes_variables(node, aliases, makers)}
    givers: set[str] = set()
    for _ in nodes:
        givers = {name for name in makers if _gives_variable(nodes[name], aliases, givers)}
    return {
        name: Helper(node, _does(node, name, makers, givers, aliases), frozenset(captured[name]))
        for name, node in nodes.items()
    }


def _does(node: cst.FunctionDef, name: str, makers: set[str], givers: set[str], aliases: Aliases) -> Does:
    if runs_graph(node, aliases):
        return Does.RUNS
    if name not in makers:
        return Does.COMPUTES
    return Does.GIVES_VARIABLE if name in givers else Does.MAKES_LAYER


def graph_count(module: cst.Module, aliases: Aliases) -> int:
    """Give how many graphs a script builds, one after the other."""
    made = [called(call, aliases) for call in calls(module)]
    return max(1, made.count("tf.Graph"), made.count("tf.reset_default_graph") + 1)


def runs_graph(node: cst.CSTNode, aliases: Aliases) -> bool:
    """Whether a piece of code has inputs, optimizers or Sessions of its own."""
    for call in calls(node):
        name = called(call, aliases)
        if name in SESSIONS or name in INPUTS or is_optimizer(name):
            return True
        if isinstance(call.func, cst.Attribute) and call.func.attr.value == "eval":
            return True
        if isinstance(call.func, cst.Attribute) and call.func.attr.value == "run" and "sess" in dotted(call.func.value):
            return True
    return False


def _makes_variables(node: cst.CSTNode, aliases: Aliases, makers: set[str]) -> bool:
    names = {called(call, aliases) for call in calls(node)}
    if names & CELLS.keys() and names & RUNS_CELLS:
        return True
    for call in calls(node):
        name = called(call, aliases)
        if name in VARIABLES or name in STEPS or makes_layer(name) or dotted(call.func) in makers:
            return True
    return False


def _gives_variable(node: cst.FunctionDef, aliases: Aliases, givers: set[str]) -> bool:
    """Whether all that a function returns is variables; ``givers`` are others of which that is known."""
    made = set()
    for inner in walk(node.body):
        pair = assigned(inner)
        if pair is not None and _is_new(pair[1], aliases, givers):
            made.add(dotted(pair[0]))
    returned = [each.value for each in walk(node.body) if isinstance(each, cst.Return) and each.value is not None]
    flat: list[cst.BaseExpression] = []
    for value in returned:
        flat.extend([each.value for each in value.elements] if isinstance(value, cst.Tuple | cst.List) else [value])
    return bool(flat) and all(_is_new(each, aliases, givers) or (dotted(each) in made) for each in flat)


def _is_new(node: cst.BaseExpression, aliases: Aliases, givers: set[str]) -> bool:
    if not isinstance(node, cst.Call):
        return False
    name = called(node, aliases)
    return name in VARIABLES or name in STEPS or dotted(node.func) in givers
