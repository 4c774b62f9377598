"""A hand-written layer as one of Keras: by what name it goes, and the text that makes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.keras.affine import Affine
from harness.porting.keras.weights import Weight

_WIDTH = 100


@dataclass(frozen=True)
class Layer:
    """A layer by its name in the text: ``makes`` is the text that makes it, ``inputs`` the shape of one input, without
    the batch."""

    name: str
    kernel: Weight
    bias: Weight | None
    makes: str
    inputs: str
    activation: str


@dataclass(frozen=True)
class Site:
    """Where a product stands that is a layer's, and the name that it is given, empty where it has none."""

    node: cst.CSTNode
    affine: Affine
    target: str


def layer_of(sites: Sequence[Site], weights: Mapping[str, Weight], taken: set[str], tf: str) -> Layer:
    """Give the layer of a kernel from all its ``sites``; its name is added to those that are ``taken``."""
    affine = sites[0].affine
    kernel, bias = weights[affine.kernel], weights.get(affine.bias)
    activation = affine.activation if len({site.affine.activation for site in sites}) == 1 else ""
    shape = kernel.initial.shape
    wanted = sites[0].target or affine.kernel
    wanted = "".join(each if each.isalnum() else "_" for each in wanted).strip("_")
    wanted = affine.kernel if wanted in ("", "apply") else wanted
    ending = "_layer" if "layer" not in wanted else "_dense" if affine.kind == "Dense" else "_conv"
    name = free_name(f"{wanted}{ending}", taken)
    words = [shape[-1], *affine.more]
    if affine.kind == "Conv2D":
        size = shape[0] if shape[0] == shape[1] else f"({shape[0]}, {shape[1]})"
        words = [shape[-1], size, *affine.more]
    if activation:
        words.append(f"activation={activation}")
    if bias is None:
        words.append("use_bias=False")
    words.append(f"kernel_initializer={kernel.initial.initializer}")
    if bias is not None and bias.initial.initializer != '"zeros"':
        words.append(f"bias_initializer={bias.initial.initializer}")
    words.append(f'name="{name.removesuffix("_layer").lstrip("_") or name}"')
    inputs = f"[{shape[0]}]" if affine.kind == "Dense" else f"[None, None, {shape[2]}]"
    makes = f"{tf}.keras.layers.{affine.kind}({', '.join(words)})"
    if len(name) + 3 + len(makes) > _WIDTH:
        makes = f"{tf}.keras.layers.{affine.kind}(\n{''.join(f'    {word},{chr(10)}' for word in words)})"
    return Layer(name, kernel, bias, makes, inputs, activation)


def free_name(wanted: str, taken: set[str]) -> str:
    """Give a name that nothing else has, and take it."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    taken.add(name)
    return name


def place_of(layer: Layer) -> tuple[int, int]:
    """Give the block and the statement of it where a layer's last variable is made."""
    bias = layer.bias.place if layer.bias is not None else 0
    return layer.kernel.block, max(layer.kernel.place, bias)
