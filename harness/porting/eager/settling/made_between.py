"""Which of the variables that code uses were there before a place in a script: it goes on with these."""

from collections.abc import Collection, Sequence

import libcst as cst

from harness.porting.eager.equals.layers import makes_layer
from harness.porting.eager.equals.supplied import RUNS_CELLS
from harness.porting.eager.kinds import ALL_VARIABLES, STEPS, VARIABLES, is_optimizer
from harness.porting.eager.names import binds, reads
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import calls, dotted

# It has no variables of its own.
_PLAIN = "tf.train.GradientDescentOptimizer"
_LAYERS = (
    "tf.contrib.layers.",
    "tf.layers.",
    *(f"tf.keras.{each}" for each in ("layers.", "models.", "Sequential", "Model")),
)


def makers_of(module: cst.Module, aliases: Aliases) -> frozenset[str]:
    """Give the functions and classes of a script that make variables, or build with what does."""
    nodes = [each for each in module.body if isinstance(each, cst.FunctionDef | cst.ClassDef)]
    found: frozenset[str] = frozenset()
    for _ in nodes:
        found = frozenset(each.name.value for each in nodes if makes_variables(each, aliases, found))
    return found


def makes_variables(node: cst.CSTNode, aliases: Aliases, makers: Collection[str]) -> bool:
    """Whether a piece of code makes variables, or asks for those that are there."""
    for call in calls(node):
        name = called(call, aliases)
        if name in VARIABLES | STEPS | ALL_VARIABLES | RUNS_CELLS or makes_layer(name) or dotted(call.func) in makers:
            return True
        if name.startswith(_LAYERS):
            return True
        if is_optimizer(name) and name != _PLAIN:
            return True
    return False


def goes_on(
    inside: Sequence[cst.BaseStatement],
    body: Sequence[cst.BaseStatement],
    here: int,
    before: int,
    aliases: Aliases,
    makers: Collection[str],
) -> bool:
    """Whether statements, which stand in the one of a module's ``body`` at the place ``here``, use variables that were
    made up to its statement at ``before``."""
    wanted: set[str] = set()
    made: set[str] = set()
    for each in inside:
        wanted |= reads(each) - made
        made |= set(binds(each)) if isinstance(each, cst.SimpleStatementLine) else set()
    wanted -= set(aliases)
    for place in range(here - 1, -1, -1):
        each = body[place]
        bound = set(binds(each))
        if place <= before and (bound or reads(each)) & wanted and makes_variables(each, aliases, makers):
            return True
        if bound & wanted and not _runs(each):
            wanted -= bound if isinstance(each, cst.SimpleStatementLine) else set()
            wanted |= reads(each) - set(aliases)
    return False


def _runs(node: cst.BaseStatement) -> bool:
    """Whether a block runs what was built, so that what it binds are numbers."""
    methods = (each.func.attr.value for each in calls(node) if isinstance(each.func, cst.Attribute))
    return isinstance(node, cst.With | cst.For | cst.While) and not {"run", "eval"}.isdisjoint(methods)
