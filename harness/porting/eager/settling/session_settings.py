"""Graphs and settings that only Sessions are told: they go with the Sessions."""

import libcst as cst

from harness.porting.eager.flatten import SESSIONS
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import assigned, dotted, walk, with_lead

_SETTINGS = frozenset({"tf.Graph", "tf.ConfigProto", "tf.GPUOptions"})
_WORDS = ("graph", "config", "gpu_options")


def without_session_settings(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module without names for graphs and for settings that are only told to Sessions, or set."""
    # Of several graphs each has variables of its own, for which they are counted later on.
    several = sum(called(node, aliases) == "tf.Graph" for node in walk(module)) > 1
    names = {
        dotted(pair[0])
        for node in walk(module)
        if (pair := assigned(node)) is not None
        and called(pair[1], aliases) in _SETTINGS
        and not (several and called(pair[1], aliases) == "tf.Graph")
    }
    names = {name for name in names if name.isidentifier() and _is_told_alone(module, name, aliases)}
    for _ in range(3):
        kept = {
            dotted(arg.value)
            for node in walk(module)
            if (pair := assigned(node)) is not None and dotted(pair[0]) not in names
            for arg in getattr(pair[1], "args", ())
            if called(pair[1], aliases) in _SETTINGS
        }
        names -= kept  # what is told to something that stays
    if not names:
        return module
    changed = module.visit(_Without(names))
    assert isinstance(changed, cst.Module)
    return changed


def _is_told_alone(module: cst.Module, name: str, aliases: Aliases) -> bool:
    """Whether nothing asks for a name but Sessions and blocks that a graph is the default in."""
    words = {id(each.keyword) for each in walk(module) if isinstance(each, cst.Arg)}
    named = (each for each in walk(module) if isinstance(each, cst.Name) and id(each) not in words)
    uses = sum(each.value == name for each in named)
    told = 0
    for node in walk(module):
        pair = assigned(node)
        if pair is not None and dotted(pair[0]).partition(".")[0] == name:
            plain = dotted(pair[0]) != name or called(pair[1], aliases) in _SETTINGS
            told += plain
        elif isinstance(node, cst.Call):
            settles = called(node, aliases) in (*SESSIONS, *_SETTINGS)
            given = [each for each in node.args if each.keyword is not None and each.keyword.value in _WORDS]
            told += sum(dotted(each.value) == name for each in given) if settles else 0
        elif isinstance(node, cst.WithItem) and isinstance(node.item, cst.Call):
            told += dotted(node.item.func) == f"{name}.as_default" and node.asname is None
    return uses == told


class _Without(cst.CSTTransformer):
    def __init__(self, names: set[str]) -> None:
        self._names = names

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        pair = assigned(original_node)
        gone = pair is not None and dotted(pair[0]).partition(".")[0] in self._names
        return cst.RemoveFromParent() if gone else updated_node

    def leave_IndentedBlock(
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        """Keep the comments of lines that are gone."""
        return updated_node.with_changes(body=_led(list(original_node.body), list(updated_node.body), self._names))

    def leave_Module(self, original_node: cst.Module, updated_node: cst.Module) -> cst.Module:
        return updated_node.with_changes(body=_led(list(original_node.body), list(updated_node.body), self._names))


def _led(before: list[cst.BaseStatement], after: list[cst.BaseStatement], names: set[str]) -> list[cst.BaseStatement]:
    """Statements with the lines that stood before those that are gone."""
    found: list[cst.BaseStatement] = []
    waiting: list[cst.EmptyLine] = []
    left = iter(after)
    for each in before:
        pair = assigned(each)
        if pair is not None and dotted(pair[0]).partition(".")[0] in names:
            waiting += getattr(each, "leading_lines", ())
            continue
        found.append(with_lead(next(left), waiting))
        waiting = []
    return found
