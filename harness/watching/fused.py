"""Kernels of recurrent cells: one for inputs and state in TF1, one for each in Keras, their gates in another order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from harness.watching.pairs import GATES, Fused, Named, Pairs

# Cells of GRU keep the weights of gates and candidate apart.
_PARTS = frozenset({"gates", "candidate"})


def with_fused(pairs: Pairs, left: Sequence[Named], right: Sequence[Named]) -> Pairs:
    """Give the pairs with what belongs to one recurrent layer ``fused``: no longer alone, and its biases not held."""
    shapes = [{each.name: each.value.shape for each in side if each.value is not None} for side in (left, right)]
    alone = [_by_layer(pairs.only_left, shapes[0]), _by_layer(pairs.only_right, shapes[1])]
    found = [Fused(*names) for names in _matches(*alone)]
    if not found:
        return pairs
    of_left = {_layer(name) for each in found for name in each.left}
    gone = {name for each in found for name in (*each.left, *each.right)}
    return replace(
        pairs,
        pairs=tuple(replace(pair, layout=GATES) if _layer(pair.left) in of_left else pair for pair in pairs.pairs),
        only_left=tuple(name for name in pairs.only_left if name not in gone),
        only_right=tuple(name for name in pairs.only_right if name not in gone),
        fused=tuple(found),
    )


_Shapes = Mapping[str, tuple[int, ...]]


def _matches(left: Mapping[str, _Shapes], right: Mapping[str, _Shapes]) -> Iterator[tuple[tuple[str, ...], ...]]:
    free = dict(right)
    for kernels in left.values():
        layer = next((name for name, others in free.items() if _same(kernels, others) or _same(others, kernels)), None)
        if layer is not None:
            yield tuple(kernels), tuple(free.pop(layer))


def _same(of_cell: _Shapes, of_layer: _Shapes) -> bool:
    """Whether kernels of a cell, side by side, are those of a layer, one above the other."""
    one, two = (
        [shape for name, shape in each.items() if len(shape) == 2 and "bias" not in name]
        for each in (of_cell, of_layer)
    )
    rows, columns = {shape[0] for shape in one}, {shape[1] for shape in two}
    if len(two) != 2 or len(rows) != 1 or len(columns) != 1:
        return False
    return sum(shape[1] for shape in one) == columns.pop() and sum(shape[0] for shape in two) == rows.pop()


def _by_layer(names: Sequence[str], shapes: _Shapes) -> dict[str, _Shapes]:
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    for name in names:
        if name in shapes:
            found.setdefault(_layer(name), {})[name] = shapes[name]
    return {**found}


def _layer(name: str) -> str:
    layer = name.partition(":")[0].rpartition("/")[0]
    before, _, last = layer.rpartition("/")
    return before if last in _PARTS else layer
