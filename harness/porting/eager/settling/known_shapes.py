"""Shapes of placeholders that a script asks for while it builds: they stand in its text."""

from collections import Counter

import libcst as cst

from harness.porting.eager.kinds import INPUTS
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, assigned, code, dotted, walk

_ASKED = ("{0}.get_shape()", "{0}.shape", "{0}.get_shape().as_list()", "{0}.shape.as_list()")


def with_known_shapes(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module with the size of a placeholder in the place of what asks for it: ``5`` for ``int(x.shape[1])`` of
    ``x = tf.placeholder(tf.float32, [None, 5])``. A size that is not known is asked for as before."""
    pairs = [pair for node in walk(module) if (pair := assigned(node)) is not None]
    times = Counter(dotted(target) for target, _ in pairs)
    sizes: dict[str, list[cst.BaseExpression]] = {}
    for target, value in pairs:
        shape = (
            argument(value, "shape", 1) if isinstance(value, cst.Call) and called(value, aliases) in INPUTS else None
        )
        name = dotted(target)
        if isinstance(target, cst.Name) and times[name] == 1 and isinstance(shape, cst.List | cst.Tuple):
            sizes[name] = [each.value for each in shape.elements]
    bound = Counter(each.name.value for each in walk(module) if isinstance(each, cst.Param))
    sizes = {name: each for name, each in sizes.items() if not bound[name]}
    if not sizes:
        return module
    changed = module.visit(_Known({form.format(name): each for name, each in sizes.items() for form in _ASKED}))
    assert isinstance(changed, cst.Module)
    return changed


class _Known(cst.CSTTransformer):
    def __init__(self, sizes: dict[str, list[cst.BaseExpression]]) -> None:
        self._sizes = sizes

    def _size(self, node: cst.BaseExpression) -> cst.BaseExpression | None:
        """Give the size that an expression asks for."""
        if isinstance(node, cst.Attribute) and node.attr.value == "value":
            return self._size(node.value)
        if not isinstance(node, cst.Subscript) or len(node.slice) != 1:
            return None
        sizes = self._sizes.get(code(node.value))
        index = node.slice[0].slice
        text = code(index.value) if isinstance(index, cst.Index) else ""
        if sizes is None or not text.lstrip("-").isdigit() or not -len(sizes) <= int(text) < len(sizes):
            return None
        found = sizes[int(text)]
        return None if code(found) == "None" or isinstance(found, cst.StarredElement) else found

    def leave_Subscript(self, original_node: cst.Subscript, updated_node: cst.Subscript) -> cst.BaseExpression:
        return self._size(original_node) or updated_node

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        return self._size(original_node) or updated_node

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        if dotted(original_node.func) == "int" and len(original_node.args) == 1:
            return self._size(original_node.args[0].value) or updated_node
        return updated_node
