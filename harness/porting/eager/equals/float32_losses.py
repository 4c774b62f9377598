"""Losses that TF1 computes in float32 whatever it is given, and Keras in the dtype of the predictions."""

import libcst as cst

from harness.porting.eager.resolve import called, symbol
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, code, expression, walk

_CASTING = frozenset({"tf.losses.mean_squared_error", "tf.losses.absolute_difference"})
_FLOAT64 = frozenset({"tf.float64", "tf.double", "tf.to_double"})
_WORDS = ("float64", "double")


def with_float32(call: cst.Call, name: str, script: Script) -> cst.Call:
    """Give a call of a loss that TF1 casts for with ``tf.cast`` around its predictions, whose dtype Keras gives its
    labels, where the script has tensors of float64 that it names so; other calls as they are."""
    predictions = argument(call, "predictions", 1)
    if (
        name not in _CASTING
        or predictions is None
        or not any(_is_float64(each, script) for each in walk(script.module))
    ):
        return call
    cast = expression(f"{script.tf}.cast({code(predictions)}, {script.tf}.float32)")
    return call.with_changes(
        args=[each.with_changes(value=cast) if each.value is predictions else each for each in call.args]
    )


def _is_float64(node: cst.CSTNode, script: Script) -> bool:
    if isinstance(node, cst.Attribute):
        return symbol(node, script.aliases) in _FLOAT64
    if called(node, script.aliases) != "tf.placeholder":
        return False
    assert isinstance(node, cst.Call)
    dtype = argument(node, "dtype", 0)
    return dtype is not None and code(dtype).strip("\"'").rpartition(".")[2] in _WORDS
