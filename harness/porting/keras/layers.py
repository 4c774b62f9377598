"""Hand-written layers as layers of Keras, each in the place of its kernel and its bias."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.tree import assigned, below, only, walk
from harness.porting.keras.affine import Affine, affine_of
from harness.porting.keras.layer import Layer, Site, layer_of, place_of
from harness.porting.keras.layered import rewritten
from harness.porting.keras.names import key_of
from harness.porting.keras.weights import Weight, weights_of


@dataclass(frozen=True)
class Layers:
    """A text with layers, and the layers in the order in which they are made."""

    module: cst.Module
    layers: tuple[Layer, ...] = ()


def with_layers(module: cst.Module, tf: str) -> Layers:
    """Give a text in which variables that are kernels are those of layers."""
    weights = weights_of(module, tf)
    taken = {node.value for node in walk(module) if isinstance(node, cst.Name)}
    sites = [site for site in _sites(module, tf) if site.affine.kernel in weights]
    by_kernel: dict[str, list[Site]] = {}
    for site in sites:
        by_kernel.setdefault(site.affine.kernel, []).append(site)
    biases = [key for key in {(site.affine.kernel, site.affine.bias) for site in sites} if key[1]]
    made: dict[str, Layer] = {}
    for kernel, its in by_kernel.items():
        first = its[0].affine
        shared = sum(bias == first.bias for _, bias in biases) > 1
        alike = {(site.affine.kind, site.affine.bias, site.affine.more) for site in its}
        if len(alike) == 1 and not shared and _fits(weights, first):
            made[kernel] = layer_of(its, weights, taken, tf)
    if not made:
        return Layers(module)
    calls = {id(site.node): (site.affine, made[site.affine.kernel]) for site in sites if site.affine.kernel in made}
    return Layers(rewritten(module, calls, list(made.values())), _in_order(made.values()))


def _sites(module: cst.Module, tf: str) -> Iterator[Site]:
    """The largest products of a text, with the names that they are given."""
    for node in walk(module):
        if not isinstance(node, cst.FunctionDef) or not isinstance(node.body, cst.IndentedBlock):
            continue
        for statement in node.body.body:
            if isinstance(statement, cst.FunctionDef):
                continue
            pair = assigned(statement)
            small = only(statement)
            target = key_of(pair[0]) if pair is not None else ""
            if isinstance(small, cst.Return):
                target = node.name.value.removeprefix("compute_").removeprefix("evaluate_")
            yield from _sites_in(statement, target, tf)


def _sites_in(node: cst.CSTNode, target: str, tf: str) -> Iterator[Site]:
    affine = affine_of(node, tf)
    if affine is not None:
        yield Site(node, affine, target)
        yield from _sites_in(affine.inputs, "", tf)
        return
    for child in below(node):
        if not isinstance(child, cst.FunctionDef):
            yield from _sites_in(child, target, tf)


def _fits(weights: Mapping[str, Weight], affine: Affine) -> bool:
    """Whether kernel and bias have the ranks and lengths of the layer's."""
    kernel = weights[affine.kernel]
    if len(kernel.initial.shape) != (2 if affine.kind == "Dense" else 4):
        return False
    if not affine.bias:
        return True
    bias = weights.get(affine.bias)
    if bias is None or bias.block != kernel.block or len(bias.initial.shape) != 1:
        return False
    return _plain(bias.initial.shape[0]) == _plain(kernel.initial.shape[-1])


def _plain(text: str) -> str:
    return "".join(text.split())


def _in_order(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    return tuple(sorted(layers, key=place_of))
