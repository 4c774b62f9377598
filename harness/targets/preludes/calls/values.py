"""What an argument says, as text and numbers that JSON holds and that mean the same in every release."""

import numbers
import re

import tensorflow as tf

# What is no value, but where one comes from.
FED, TENSOR = "fed", "a tensor"
# What hard_sigmoid is from Keras 3 on.
NEW_SLOPE = "hard_sigmoid of slope 1/6"
# What batch norm's moving variance is that of a sample of.
OF_ROWS = "of rows, too"
_MOST = 8
_OTHER_NAMES = {"identity": "linear", "mse": "mean_squared_error", "mae": "mean_absolute_error", "same": "SAME"}
# Of tf.image.ResizeMethod in TF1.
_METHODS = ("bilinear", "nearest", "bicubic", "area")


class Always(object):
    """What the code does, whatever its arguments are."""

    def __init__(self, value):
        self.value = value


class Computed(object):
    """A function of all arguments by name and of the callee."""

    def __init__(self, work_out):
        self.work_out = work_out


def plain(value, name=""):
    """Give a value as JSON holds it; ``name`` is that of its setting."""
    if name in ("activation", "recurrent_activation"):
        named = activation(value)
        # A function of the script may go by that name, too.
        of_keras = isinstance(value, str) or (getattr(value, "__module__", None) or "").startswith("keras")
        return NEW_SLOPE if named == "hard_sigmoid" and of_keras and new_keras() else named
    if name == "method":
        return _METHODS[value] if isinstance(value, int) and value < len(_METHODS) else str(value).lower()
    if name == "weighted":
        return not (isinstance(value, (int, float)) and value == 1.0)
    if name == "reduction":
        return _reduction(value)
    if name == "padding":
        return str(value).upper()
    if name in ("strides", "pool", "dilation"):
        # tf.nn takes no dilation for one that leaves nothing out.
        return _lengths(1 if value is None and name == "dilation" else value)
    if value is None or isinstance(value, (bool, str)):
        return value
    return _number(value)


def _number(value):
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return float(value)
    if isinstance(value, (list, tuple)) and len(value) <= _MOST:
        return [plain(each) for each in value]
    if hasattr(value, "item") and getattr(value, "size", 0) == 1 and not hasattr(value, "op"):
        return value.item()
    if hasattr(value, "get_config") and not hasattr(value, "shape"):
        return "a " + type(value).__name__
    if hasattr(value, "shape") and hasattr(value, "dtype"):
        return _of_tensor(value)
    return "a " + (getattr(value, "__name__", None) or type(value).__name__)


def _of_tensor(value):
    """The number in a tensor that is known without running anything."""
    if hasattr(value, "numpy") and type(value).__name__ == "EagerTensor":
        array = value.numpy()
        return array.item() if array.size == 1 else TENSOR
    op = None if type(value).__name__ == "EagerTensor" else op_of(value)
    kind = getattr(op, "type", "")
    if kind in ("Placeholder", "PlaceholderV2", "PlaceholderWithDefault"):
        return FED
    if kind == "Const":
        from tensorflow.python.framework import tensor_util

        array = tensor_util.constant_value(value)
        if array is not None and array.size == 1:
            return array.item()
    if kind in ("Sub", "AddV2", "Add", "Mul") and any(plain(each) == FED for each in op.inputs):
        return FED
    return TENSOR


def op_of(value):
    try:
        return value.op
    except Exception:
        return None


def _lengths(value):
    """``2`` and ``[1, 2, 2, 1]`` as ``[2, 2]``; a pair for what has one length in each direction."""
    if isinstance(value, numbers.Integral):
        return [int(value)] * 2
    found = [int(each) for each in value] if isinstance(value, (list, tuple)) else None
    if found is not None and len(found) == 4 and found[0] == 1:
        return found[1:3] if found[3] == 1 else found[2:4]
    return found if found is None or len(found) != 1 else found * 2


def _reduction(value):
    text = str(getattr(value, "value", value)).lower()
    known = {
        "weighted_sum_by_nonzero_weights": "nonzero weights",
        "auto": "batch",
        "sum_over_batch_size": "batch",
        "weighted_mean": "sum over weights",
        "weighted_sum": "sum",
    }
    return known.get(text, text)


def activation(value):
    """Give the name of an activation, ``linear`` for none."""
    if value is None:
        return "linear"
    name = value if isinstance(value, str) else getattr(value, "__name__", None)
    if name is None:
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(value).__name__).lower()
    if name == "<lambda>":
        return "a lambda"
    return _OTHER_NAMES.get(name, name)


def is_version(major, minor):
    """Whether TensorFlow is this release or a later one."""
    return tuple(int(part) for part in tf.__version__.split(".")[:2]) >= (major, minor)


def new_keras():
    """Whether tf.keras is Keras 3, which came with 2.16."""
    return is_version(2, 16)
