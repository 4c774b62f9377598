"""What a variable begins with, as an initializer of Keras that draws the same numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.tree import argument, code, dotted

# By function: the initializer, the arguments behind the shape in their order, and where Keras has another default.
_DRAWN: dict[str, tuple[str, tuple[str, ...], dict[str, str]]] = {
    "random.normal": ("RandomNormal", ("mean", "stddev", "dtype", "seed"), {"stddev": "1.0"}),
    "random.truncated_normal": ("TruncatedNormal", ("mean", "stddev", "dtype", "seed"), {"stddev": "1.0"}),
    "random.uniform": ("RandomUniform", ("minval", "maxval", "dtype", "seed"), {"minval": "0.0", "maxval": "1.0"}),
}
_SAID = frozenset({"shape", "name", "dtype"})


@dataclass(frozen=True)
class Initial:
    """The shape of a variable, a text for each length, and the text of its initializer."""

    shape: tuple[str, ...]
    initializer: str


def initial_of(node: cst.BaseExpression, tf: str) -> Initial | None:
    """Give what a value of a variable is drawn by; None for all but float32 of a shape that stands there."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
        zeros = initial_of(node.left, tf)
        if zeros is not None and zeros.initializer == '"zeros"' and isinstance(node.right, cst.Float | cst.Integer):
            return Initial(zeros.shape, f"{tf}.keras.initializers.Constant({code(node.right)})")
        return None
    if not isinstance(node, cst.Call):
        return None
    name = dotted(node.func).removeprefix(f"{tf}.")
    if not _is_float32(node, 3 if name in _DRAWN else 1, tf):
        return None
    if isinstance(node.func, cst.Call):
        return _by_initializer(node, tf)
    if name in ("zeros", "ones"):
        shape = _shape(argument(node, "shape", 0))
        return Initial(shape, f'"{name}"') if shape else None
    if name == "constant":
        shape, value = _shape(argument(node, "shape", 2)), argument(node, "value", 0)
        if not shape or value is None or not isinstance(value, cst.Float | cst.Integer):
            return None
        return Initial(shape, f"{tf}.keras.initializers.Constant({code(value)})")
    return _drawn(node, name, tf) if name in _DRAWN else None


def _drawn(call: cst.Call, name: str, tf: str) -> Initial | None:
    kind, order, defaults = _DRAWN[name]
    shape = _shape(argument(call, "shape", 0))
    if not shape:
        return None
    given = {word: code(value) for place, word in enumerate(order) if (value := argument(call, word, place + 1))}
    words = [f"{word}={text}" for word, text in {**defaults, **given}.items() if word not in _SAID]
    return Initial(shape, f"{tf}.keras.initializers.{kind}({', '.join(_by_place(words, order))})")


def _by_place(words: Iterable[str], order: tuple[str, ...]) -> list[str]:
    return sorted(words, key=lambda word: order.index(word.partition("=")[0]))


def _by_initializer(call: cst.Call, tf: str) -> Initial | None:
    """``tf.keras.initializers.GlorotUniform()([2, 3])``."""
    shape = _shape(call.args[0].value) if len(call.args) == 1 else ()
    name = dotted(call.func.func) if isinstance(call.func, cst.Call) else ""
    if not shape or not name.startswith((f"{tf}.keras.initializers.", f"{tf}.constant_initializer")):
        return None
    if name == f"{tf}.constant_initializer" and isinstance(call.func, cst.Call):
        return Initial(shape, f"{tf}.keras.initializers.Constant({', '.join(code(a) for a in call.func.args)})")
    return Initial(shape, code(call.func))


def _shape(node: cst.BaseExpression | None) -> tuple[str, ...]:
    if not isinstance(node, cst.List | cst.Tuple):
        return ()
    if any(isinstance(each, cst.StarredElement) for each in node.elements):
        return ()
    return tuple(code(each.value) for each in node.elements)


def _is_float32(call: cst.Call, place: int, tf: str) -> bool:
    dtype = argument(call, "dtype", place)
    return dtype is None or code(dtype) in (f"{tf}.float32", '"float32"', "'float32'")
