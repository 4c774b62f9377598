"""Statistics of single runs of a Session, which its runs alone can give: they go with it."""

import libcst as cst

from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.settling.leaving_out import left_out
from harness.porting.eager.tree import assigned, dotted, only, walk

CHANGE = "statistics of single runs are left out: tf.profiler gives those of functions"
_MADE = frozenset({"tf.RunOptions", "tf.RunMetadata"})
_WORDS = ("options", "run_metadata")


def without_run_statistics(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module without the options and statistics of runs, where runs and writers of summaries alone are given
    them."""
    made = [
        (each, dotted(pair[0]))
        for each in walk(module)
        if (pair := assigned(each)) is not None and called(pair[1], aliases) in _MADE
    ]
    names = {name for _, name in made}
    if not names:
        return module
    written = [each for each in walk(module) if _writes(each, names)]
    told = [
        arg
        for each in walk(module)
        if isinstance(each, cst.Call) and isinstance(each.func, cst.Attribute) and each.func.attr.value == "run"
        for arg in each.args
        if arg.keyword is not None and arg.keyword.value in _WORDS and dotted(arg.value) in names
    ]
    words = {id(each.keyword) for each in walk(module) if isinstance(each, cst.Arg)}
    uses = sum(1 for each in walk(module) if dotted(each) in names and id(each) not in words)
    if uses != len(made) + len(written) + len(told):
        return module
    changed = left_out(module, [*(each for each, _ in made), *written]).visit(_Untold(names))
    assert isinstance(changed, cst.Module)
    return changed


def _writes(node: cst.CSTNode, names: set[str]) -> bool:
    """Whether a statement writes statistics for TensorBoard."""
    small = only(node)
    call = small.value if isinstance(small, cst.Expr) else None
    if not isinstance(call, cst.Call) or not call.args or not dotted(call.func).endswith(".add_run_metadata"):
        return False
    return dotted(call.args[0].value) in names


class _Untold(cst.CSTTransformer):
    def __init__(self, names: set[str]) -> None:
        self._names = names

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        del original_node
        if not isinstance(updated_node.func, cst.Attribute) or updated_node.func.attr.value != "run":
            return updated_node
        args = [each for each in updated_node.args if each.keyword is None or dotted(each.value) not in self._names]
        if len(args) == len(updated_node.args):
            return updated_node
        return updated_node.with_changes(args=[*args[:-1], args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)])
