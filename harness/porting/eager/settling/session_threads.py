"""Threads that fill queues, where a script has no queue: nothing is left for them to do."""

import sys

import libcst as cst

from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.settling.leaving_out import left_out
from harness.porting.eager.tree import assigned, calls, dotted, expression, only, walk

_STARTS, _COORDINATES = "tf.train.start_queue_runners", "tf.train.Coordinator"
# Of what a queue is made.
_QUEUES = ("Queue", "input_producer", "batch", "batch_join", "limit_epochs", "QueueRunner", "match_filenames_once")
# Packages that make none.
_WITHOUT = frozenset({"tensorflow", "numpy", "matplotlib", "mpl_toolkits", "pandas", "sklearn", "scipy", "PIL", "cv2"})


def without_session_threads(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module that starts no threads for queues, and has nobody to coordinate them, where it makes no queue, and
    imports no module of its own, which may."""
    starts = [call for call in calls(module) if called(call, aliases) == _STARTS]
    if not starts or _may_have_queues(module, aliases):
        return module
    coordinators = _named(module, _COORDINATES, aliases)
    threads = _named(module, _STARTS, aliases)
    gone = [*coordinators.values(), *threads.values()]
    for each in walk(module):
        call = _alone(each)
        if call is not None and called(call, aliases) == _STARTS:
            gone.append(each)
        owner, _, method = dotted(call.func).rpartition(".") if isinstance(call, cst.Call) else ("", "", "")
        if owner in coordinators and method in ("request_stop", "join"):
            gone.append(each)
    inside = {id(each) for block in _handlers(module) for each in walk(block)}
    left = [name for name in (*coordinators, *threads) if _uses(module, name) != _uses_in(gone, name)]
    if not left and not any(id(each) in inside for each in gone):
        return left_out(module, gone)
    changed = module.visit(_None(aliases))
    assert isinstance(changed, cst.Module)
    return changed


def _may_have_queues(module: cst.Module, aliases: Aliases) -> bool:
    made = (called(each, aliases) for each in calls(module))
    if any(name.startswith("tf.") and name.endswith(_QUEUES) for name in made):
        return True
    return any(each not in _WITHOUT and each not in sys.stdlib_module_names for each in _imported(module))


def _imported(module: cst.Module) -> set[str]:
    """The packages that a module imports, an empty name for those beside it."""
    found = set()
    for each in walk(module):
        if isinstance(each, cst.Import):
            found |= {dotted(alias.name).partition(".")[0] for alias in each.names}
        elif isinstance(each, cst.ImportFrom):
            found.add("" if each.relative or each.module is None else dotted(each.module).partition(".")[0])
    return found


def _named(module: cst.Module, symbol: str, aliases: Aliases) -> dict[str, cst.CSTNode]:
    """The statements that give a name to what a symbol makes, by that name."""
    pairs = ((each, assigned(each)) for each in walk(module))
    return {dotted(pair[0]): each for each, pair in pairs if pair is not None and called(pair[1], aliases) == symbol}


def _alone(node: cst.CSTNode) -> cst.BaseExpression | None:
    """The expression that a statement is; None for any other statement, and what is none."""
    small = only(node)
    return small.value if isinstance(small, cst.Expr) else None


def _handlers(module: cst.Module) -> list[cst.CSTNode]:
    kinds = (cst.Try, cst.TryStar)
    return [each for each in walk(module) if isinstance(each, kinds)]


def _uses(node: cst.CSTNode, name: str) -> int:
    words = {id(each.keyword) for each in walk(node) if isinstance(each, cst.Arg)}
    return sum(1 for each in walk(node) if dotted(each) == name and id(each) not in words)


def _uses_in(nodes: list[cst.CSTNode], name: str) -> int:
    return sum(_uses(each, name) for each in nodes)


class _None(cst.CSTTransformer):
    """Starts no threads: there are none to wait for."""

    def __init__(self, aliases: Aliases) -> None:
        self._aliases = aliases

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        return expression("[]") if called(original_node, self._aliases) == _STARTS else updated_node
