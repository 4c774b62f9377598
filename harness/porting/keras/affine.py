"""Products with a kernel and what is added to them: ``tf.nn.relu(tf.matmul(x, W) + b)``."""

from dataclasses import dataclass, replace

import libcst as cst

from harness.porting.eager.tree import argument, code, dotted
from harness.porting.keras.names import key_of

ACTIVATIONS = ("relu", "relu6", "sigmoid", "tanh", "softmax", "softplus", "softsign", "elu", "selu")


@dataclass(frozen=True)
class Affine:
    """``kind`` is ``Dense`` or ``Conv2D``, ``kernel`` and ``bias`` are keys of variables, ``more`` are the strides and
    the padding of a convolution, as arguments of Keras."""

    kind: str
    inputs: cst.BaseExpression
    kernel: str
    bias: str = ""
    activation: str = ""
    more: tuple[str, ...] = ()


def affine_of(node: cst.CSTNode, tf: str) -> Affine | None:
    """Give what an expression computes of its inputs; None for what is no such product."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
        return _added(node.left, node.right, tf) or _added(node.right, node.left, tf)
    if not isinstance(node, cst.Call):
        return None
    name = dotted(node.func)
    if name == f"{tf}.matmul":
        return _matmul(node)
    if name == f"{tf}.nn.conv2d":
        return _conv2d(node)
    if name in (f"{tf}.add", f"{tf}.nn.bias_add") and len(node.args) == 2:
        first, second = (each.value for each in node.args)
        return _added(first, second, tf) or (_added(second, first, tf) if name == f"{tf}.add" else None)
    activation = name.removeprefix(f"{tf}.nn.").removeprefix(f"{tf}.")
    if activation in ACTIVATIONS and len(node.args) == 1:
        within = affine_of(node.args[0].value, tf)
        if within is not None and not within.activation:
            return replace(within, activation=f"{tf}.nn.{activation}")
    return None


def _added(product: cst.BaseExpression, bias: cst.BaseExpression, tf: str) -> Affine | None:
    found = affine_of(product, tf)
    key = key_of(bias)
    if found is None or found.bias or found.activation or not key:
        return None
    return replace(found, bias=key)


def _matmul(call: cst.Call) -> Affine | None:
    if len(call.args) != 2:
        return None
    inputs, kernel = argument(call, "a", 0), argument(call, "b", 1)
    if inputs is None or kernel is None or not key_of(kernel):
        return None
    return Affine("Dense", inputs, key_of(kernel))


def _conv2d(call: cst.Call) -> Affine | None:
    inputs, kernel = argument(call, "input", 0), argument(call, "filters", 1)
    strides, padding = argument(call, "strides", 2), argument(call, "padding", 3)
    if inputs is None or kernel is None or not key_of(kernel) or len(call.args) != 4:
        return None
    if not isinstance(padding, cst.SimpleString) or not isinstance(strides, cst.List | cst.Tuple):
        return None
    steps = [code(each.value) for each in strides.elements]
    if len(steps) != 4 or steps[0] != "1" or steps[3] != "1":
        return None
    return Affine("Conv2D", inputs, key_of(kernel), more=(*_strides(steps), f"padding={code(padding).lower()}"))


def _strides(steps: list[str]) -> tuple[str, ...]:
    if steps[1] == steps[2]:
        return () if steps[1] == "1" else (f"strides={steps[1]}",)
    return (f"strides=({steps[1]}, {steps[2]})",)
