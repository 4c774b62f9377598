"""What an object was told and nothing asks for any more."""

from collections import Counter
from collections.abc import Collection

import libcst as cst

from harness.porting.eager.classes.known import constant
from harness.porting.eager.tree import assigned, dotted, walk


def without_unused(module: cst.Module, names: Collection[str]) -> cst.Module:
    """Give a module without lines that give a literal or another name to one of some names, which nothing reads."""
    for _ in range(3):
        counted = Counter(each.value for each in walk(module) if isinstance(each, cst.Name))
        single = {name for name in names if counted[name] == 1}
        changed = module.visit(_Without(single)) if single else module
        assert isinstance(changed, cst.Module)
        if changed.deep_equals(module):
            return module
        module = changed
    return module


class _Without(cst.CSTTransformer):
    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        pair = assigned(original_node)
        if (
            pair is None
            or dotted(pair[0]) not in self._names
            or any(line.comment for line in updated_node.leading_lines)
        ):
            return updated_node
        plain = isinstance(pair[1], cst.Name | cst.Attribute) or constant(pair[1]) is not None
        return cst.RemoveFromParent() if plain else updated_node
