"""Where the methods of a class are called, and which of them stand where they are called."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.classes.objects import is_last
from harness.porting.eager.classes.read import ClassOf, attributes_set, owner_of
from harness.porting.eager.flatten import SESSIONS, as_statements
from harness.porting.eager.kinds import INITS, WRITERS
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import below, dotted, only, walk

Body = list[cst.BaseStatement]
# They belong to a run, and build nothing.
_OF_RUNS = (
    *SESSIONS,
    *INITS,
    *WRITERS,
    "tf.train.Saver",
    "tf.gfile",
    "tf.logging",
    "tf.errors",
    "tf.summary.FileWriter",
    "tf.train.get_checkpoint_state",
    "tf.train.latest_checkpoint",
    "tf.train.write_graph",
    "tf.ConfigProto",
    "tf.GPUOptions",
    "tf.get_default_graph",
    "tf.get_default_session",
    "tf.RunOptions",
    "tf.RunMetadata",
    "tf.Summary",
)


@dataclass(frozen=True)
class Use:
    """A use of a method: ``caller`` is the method it stands in (empty: outside of the class); ``plain`` says that it is
    a call that is a line or is assigned, and stands in no loop or function within, ``alone`` that nothing is done with
    what it gives."""

    method: str
    caller: str
    plain: bool
    call: cst.Call | None
    alone: bool = False


def uses_in(
    body: Iterable[cst.CSTNode], owner: str, found: ClassOf, caller: str, *, branches: bool = True
) -> list[Use]:
    """Give the uses of methods of an object in statements. Those in a branch are plain where ``branches`` says so."""
    uses: list[Use] = []
    for statement in body:
        uses += _in(statement, owner, found, caller, True, branches)
    return uses


def _in(node: cst.CSTNode, owner: str, found: ClassOf, caller: str, plain: bool, branches: bool) -> list[Use]:
    uses: list[Use] = []
    small = only(node)
    whole = small.value if isinstance(small, cst.Expr | cst.Return) else None
    if isinstance(small, cst.Assign) and len(small.targets) == 1:
        whole = small.value
    if isinstance(node, cst.For | cst.While | cst.FunctionDef | cst.Lambda | cst.Try | cst.ClassDef):
        plain = False
    if isinstance(node, cst.If) and not branches and "__name__" not in cst.Module([]).code_for_node(node.test):
        plain = False
    if isinstance(node, cst.BaseSmallStatement):
        plain = False
    if isinstance(node, cst.SimpleStatementLine):
        called = {id(each.func): each for each in walk(node) if isinstance(each, cst.Call)}
        for each in walk(node):
            if isinstance(each, cst.Attribute) and dotted(each.value) == owner and each.attr.value in found.methods:
                call = called.get(id(each))
                whole_line = plain and call is not None and call is whole
                alone = isinstance(small, cst.Expr) and call is small.value
                uses.append(Use(each.attr.value, caller, whole_line, call, alone))
        return uses
    if isinstance(node, cst.Attribute) and dotted(node.value) == owner and node.attr.value in found.methods:
        uses.append(Use(node.attr.value, caller, False, None))
    elif isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute) and dotted(node.func.value) == owner:
        if node.func.attr.value in found.methods:
            uses.append(Use(node.func.attr.value, caller, False, node))
        for arg in node.args:
            uses += _in(arg, owner, found, caller, False, branches)
        return uses
    for child in below(node):
        uses += _in(child, owner, found, caller, plain, branches)
    return uses


def inlined_methods(found: ClassOf, bodies: Mapping[str, Body], uses: Iterable[Use], aliases: Aliases) -> set[str]:
    """Give the methods that stand where they are called: they build or set attributes, and are called once."""
    counted = Counter(use.method for use in uses)
    chosen = {"__init__", *found.lazy}
    candidates = {
        use.method: use
        for use in uses
        if counted[use.method] == 1
        and use.plain
        and use.method not in found.properties
        and _ends_well(found.methods[use.method], bodies[use.method])
        and _wants(found.methods[use.method], bodies[use.method], aliases)
    }
    for _ in candidates:
        chosen |= {name for name, use in candidates.items() if not use.caller or use.caller in chosen}
    return chosen - found.lazy


def ends_well(body: Body) -> bool:
    """Whether a body gives something back at its end alone, if at all."""
    returns = [each for each in _lines(body) if isinstance(only(each), cst.Return)]
    return len(returns) < 2 and all(is_last(each, body) for each in returns)


def _lines(body: Iterable[cst.CSTNode]) -> list[cst.CSTNode]:
    found: list[cst.CSTNode] = []
    for each in body:
        if isinstance(each, cst.FunctionDef | cst.Lambda | cst.ClassDef):
            continue
        if isinstance(each, cst.SimpleStatementLine | cst.SimpleStatementSuite):
            found += (
                [each]
                if isinstance(each, cst.SimpleStatementLine)
                else [cst.SimpleStatementLine([small]) for small in each.body]
            )
        else:
            found += _lines(below(each))
    return found


def _ends_well(method: cst.FunctionDef, body: Body) -> bool:
    params = method.params
    if isinstance(params.star_arg, cst.Param) or params.star_kwarg is not None or not owner_of(method):
        return False
    if any(isinstance(node, cst.Yield | cst.Global | cst.Nonlocal) for each in body for node in walk(each)):
        return False
    return ends_well(body)


def _wants(method: cst.FunctionDef, body: Body, aliases: Aliases) -> bool:
    owner = owner_of(method)
    return any(attributes_set(each, owner) or builds(each, aliases) for each in body)


def builds(node: cst.CSTNode, aliases: Aliases) -> bool:
    """Whether a piece of code adds to a graph."""
    for each in walk(node):
        name = called(each, aliases)
        if name and not name.startswith(_OF_RUNS):
            return True
        method = each.func.attr.value if isinstance(each, cst.Call) and isinstance(each.func, cst.Attribute) else ""
        if method in ("minimize", "apply_gradients", "compute_gradients"):
            return True
    return False


def lines_of(method: cst.FunctionDef) -> Body:
    """Give the statements of a method."""
    return as_statements(method.body)
