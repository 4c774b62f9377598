"""Fetches that have a name of their own, written where they are run: a list of what runs give is none of values."""

import libcst as cst

from harness.porting.eager.names import names_in_target
from harness.porting.eager.renaming import Remove
from harness.porting.eager.resolve import Aliases
from harness.porting.eager.tree import assigned, dotted, walk


def with_fetches_spelled_out(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module whose runs name each of their fetches, where a list, a tuple or a dictionary of names is made once
    and is for runs alone."""
    del aliases
    made = [(each, pair) for each in walk(module) if (pair := assigned(each)) is not None]
    bound = _bound(module)
    found: dict[str, cst.BaseExpression] = {}
    gone: list[cst.CSTNode] = []
    for statement, (target, value) in made:
        name = target.value if isinstance(target, cst.Name) else ""
        if not name or len(bound.get(name, ())) != 1 or not _is_of_names(value):
            continue
        asked = [dotted(each).partition(".")[0] for each in _elements(value)]
        # What is bound behind it stands for something else where it is run.
        if any(place > bound[name][0] for each in asked for place in bound.get(each, ())):
            continue
        if not _is_for_runs(name, module):
            continue
        found[name] = value
        gone.append(statement)
    if not found:
        return module
    changed = module.visit(_SpelledOut(found, gone))
    assert isinstance(changed, cst.Module)
    return changed


class _SpelledOut(Remove):
    """Writes fetches where they are run, and takes away what named them."""

    def __init__(self, found: dict[str, cst.BaseExpression], gone: list[cst.CSTNode]) -> None:
        super().__init__(gone)
        self._found = found

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode | cst.RemovalSentinel:  # type: ignore[override]
        if isinstance(original_node, cst.Arg) and isinstance(updated_node, cst.Arg):
            said = dotted(original_node.value)
            return updated_node.with_changes(value=self._found[said]) if said in self._found else updated_node
        return super().on_leave(original_node, updated_node)


def _is_of_names(value: cst.BaseExpression) -> bool:
    elements = _elements(value)
    return len(elements) > 1 and all(dotted(each) for each in elements)


def _elements(value: cst.BaseExpression) -> list[cst.BaseExpression]:
    if not isinstance(value, cst.List | cst.Tuple | cst.Dict):
        return []
    return [each.value for each in value.elements]


def _is_for_runs(name: str, module: cst.Module) -> bool:
    """Whether a name is used where a Session's ``run`` takes its fetches, and nowhere else."""
    fetched: set[int] = set()
    for node in walk(module):
        if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute) or node.func.attr.value != "run":
            continue
        for place, each in enumerate(node.args):
            first = (each.keyword.value == "fetches") if each.keyword is not None else place == 0
            if first and isinstance(each.value, cst.Name) and each.value.value == name:
                fetched.add(id(each.value))
    uses = [node for node in walk(module) if isinstance(node, cst.Name) and node.value == name]
    targets = sum(1 for node in walk(module) if isinstance(node, cst.AssignTarget) and dotted(node.target) == name)
    return bool(fetched) and len(uses) == len(fetched) + targets and targets == 1


def _bound(module: cst.Module) -> dict[str, list[int]]:
    """Where each name is bound in a module, whichever scope it stands in, in the order of its text."""
    found: dict[str, list[int]] = {}
    for place, node in enumerate(walk(module)):
        names: list[str] = []
        if isinstance(node, cst.AssignTarget | cst.AugAssign | cst.For | cst.CompFor | cst.AnnAssign):
            names = names_in_target(node.target)
        elif isinstance(node, cst.Param | cst.FunctionDef | cst.ClassDef):
            names = [node.name.value]
        elif isinstance(node, cst.AsName):
            names = names_in_target(node.name)
        for name in names:
            found.setdefault(name, []).append(place)
    return found
