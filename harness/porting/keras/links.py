"""What an expression does to one tensor, as layers of Keras one behind the other."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.names import reads
from harness.porting.eager.tree import argument, code, dotted
from harness.porting.keras.affine import ACTIVATIONS

_POOLS = {"max_pool2d": "MaxPooling2D", "avg_pool2d": "AveragePooling2D"}
# Of these the training flag changes what they give.
_TRAINED = ("BatchNormalization", "Dropout")


@dataclass(frozen=True)
class Link:
    """A layer in a chain: ``text`` is its name, or what makes it where it has none. ``training`` is the flag that it is
    called with."""

    text: str
    named: bool = False
    training: str = ""


@dataclass(frozen=True)
class Chain:
    """Layers that are called one after the other, beginning with the tensor ``source``."""

    source: str
    links: tuple[Link, ...] = ()


def chain_of(node: cst.BaseExpression, layers: AbstractSet[str], own: AbstractSet[str], tf: str) -> Chain | None:
    """Give what an expression does to a tensor; None for all that is no layer. ``layers`` are names of layers, ``own``
    those that have a value in a run only."""
    if isinstance(node, cst.Name):
        return Chain(node.value)
    if not isinstance(node, cst.Call) or not node.args:
        return None
    link = _link(node, layers, own, tf)
    if link is None:
        return None
    inputs = _inputs(node, tf)
    before = chain_of(inputs, layers, own, tf) if inputs is not None else None
    return None if before is None else Chain(before.source, (*before.links, link))


def _inputs(call: cst.Call, tf: str) -> cst.BaseExpression | None:
    if dotted(call.func) == f"{tf}.cond":
        dropped = _dropped(call, tf)
        return None if dropped is None else argument(dropped, "x", 0)
    return call.args[0].value if call.args[0].keyword is None else None


def _link(call: cst.Call, layers: AbstractSet[str], own: AbstractSet[str], tf: str) -> Link | None:
    name = dotted(call.func)
    short = name.removeprefix(f"{tf}.nn.").removeprefix(f"{tf}.")
    if name in layers or _makes(call.func, tf):
        return _called(call, name in layers, own)
    if name == f"{tf}.cond":
        return _dropout(call, own, tf)
    if name == f"{tf}.reshape":
        shape = argument(call, "shape", 1)
        if not isinstance(shape, cst.List | cst.Tuple) or len(call.args) != 2 or reads(shape) & (own | layers):
            return None
        lengths = [code(each.value) for each in shape.elements]
        if len(lengths) < 2 or lengths[0] != "-1":
            return None
        return Link(f"{tf}.keras.layers.Reshape(({', '.join(lengths[1:])}{',' * (len(lengths) == 2)}))")
    if name.startswith(f"{tf}.") and short in _POOLS:
        return _pool(call, short, own, tf)
    if name.startswith(f"{tf}.") and short in ACTIVATIONS and len(call.args) == 1:
        return Link(f"{tf}.keras.layers.Activation({tf}.nn.{short})")
    return None


def _makes(node: cst.BaseExpression, tf: str) -> bool:
    return isinstance(node, cst.Call) and dotted(node.func).startswith(f"{tf}.keras.layers.")


def _called(call: cst.Call, named: bool, own: AbstractSet[str]) -> Link | None:
    training = argument(call, "training")
    if len(call.args) != (1 if training is None else 2) or (not named and reads(call.func) & own):
        return None
    return Link(code(call.func), named, code(training) if training is not None else "")


def _dropout(call: cst.Call, own: AbstractSet[str], tf: str) -> Link | None:
    """``tf.cond(training, lambda: tf.nn.dropout(x, rate=0.5), lambda: x)``, as drafts have it."""
    dropped = _dropped(call, tf)
    if dropped is None:
        return None
    words = dropped.args[1:]
    if any(each.keyword is None for each in words) or any(reads(each.value) & own for each in words):
        return None
    given = ", ".join(f"{each.keyword.value}={code(each.value)}" for each in words if each.keyword is not None)
    return Link(f"{tf}.keras.layers.Dropout({given.removeprefix('rate=')})", training=code(call.args[0].value))


def _dropped(call: cst.Call, tf: str) -> cst.Call | None:
    match call.args:
        case [_, cst.Arg(value=cst.Lambda(body=cst.Call() as drop)), cst.Arg(value=cst.Lambda(body=kept))]:
            inputs = argument(drop, "x", 0)
            if dotted(drop.func) == f"{tf}.nn.dropout" and inputs is not None and code(inputs) == code(kept):
                return drop
    return None


def _pool(call: cst.Call, short: str, own: AbstractSet[str], tf: str) -> Link | None:
    size, strides = argument(call, "ksize", 1), argument(call, "strides", 2)
    padding = argument(call, "padding", 3)
    if size is None or strides is None or not isinstance(padding, cst.SimpleString) or len(call.args) != 4:
        return None
    lengths, steps = _square(size), _square(strides)
    if not lengths or not steps or (reads(size) | reads(strides)) & own:
        return None
    kind = _POOLS[short]
    return Link(f"{tf}.keras.layers.{kind}({lengths}, {steps}, padding={code(padding).lower()})")


def _square(node: cst.BaseExpression) -> str:
    """``2`` of ``[1, 2, 2, 1]``."""
    if not isinstance(node, cst.List | cst.Tuple):
        return ""
    words = [code(each.value) for each in node.elements]
    if len(words) != 4 or words[0] != "1" or words[3] != "1":
        return ""
    return words[1] if words[1] == words[2] else f"({words[1]}, {words[2]})"
