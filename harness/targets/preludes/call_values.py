"""What an argument says, as text and numbers that JSON holds and that mean the same in every release."""

import numbers
import re

import tensorflow as tf

# What is no value, but where one comes from.
FED, TENSOR = "fed", "a tensor"
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
        return activation(value)
    if name == "method":
        return _METHODS[value] if isinstance(value, int) and value < len(_METHODS) else str(value).lower()
    if name == "weighted":
        return not (isinstance(value, (int, float)) and value == 1.0)
    if name == "reduction":
        return _reduction(value)
    if name == "padding":
        return str(value).upper()
    if name in ("strides", "pool", "dilation"):
        return _lengths(value)
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
    op = None if type(value).__name__ == "EagerTensor" else _op(value)
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


def _op(value):
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


def sigmoid_slope(arguments, callee):
    """The activation of gates, where hard_sigmoid is one of two: 0.2 x + 0.5 to Keras 2, x / 6 + 0.5 from Keras 3."""
    value = arguments.get("recurrent_activation", "hard_sigmoid")
    name = activation(value)
    return "hard_sigmoid of slope 1/6" if name == "hard_sigmoid" and new_keras() else name


def axes_of_layer_norm(arguments, callee):
    """The axes that are normalized, counted from the last one where that is known."""
    if "begin_norm_axis" in arguments:
        begin, shape = arguments["begin_norm_axis"], getattr(arguments.get("inputs"), "shape", None)
        if begin < 0:
            return list(range(begin, 0))
        try:
            return list(range(begin - len(shape), 0))
        except (TypeError, ValueError):
            return ["from", begin]
    axis = arguments.get("axis", -1)
    return [int(each) for each in axis] if isinstance(axis, (list, tuple)) else [int(axis)]


def bessel(arguments, callee):
    """Whether the moving variance of images is that of a sample, times n / (n - 1): the fused kernel has it so."""
    if new_keras() and callee.__module__.startswith("keras"):
        return False
    fused = arguments.get("fused")
    if fused is False or arguments.get("renorm") or arguments.get("virtual_batch_size"):
        return False
    return is_version(1, 5) or bool(fused)


def blank_of_ctc(arguments, callee):
    """Which class is the blank: the last one in TF1, a chosen one in TF2."""
    if "blank_index" not in arguments:
        return "last"
    given = arguments["blank_index"]
    return 0 if given is None else "last" if given == -1 else plain(given)


def is_v2_optimizer(callee):
    """Whether a class is an optimizer of Keras from 1.13 to 2.10, or a legacy one: ``lr`` is its learning rate."""
    return any(base.__name__ == "OptimizerV2" for base in callee.__mro__)


def rate_of_keras(arguments, callee):
    """The rate that a Keras optimizer starts with: those of 2.11 to 2.15 take ``lr`` and leave it."""
    rate = arguments.get("learning_rate")
    if "lr" in arguments and (rate is None or is_v2_optimizer(callee)):
        rate = arguments["lr"]
    return plain(rate)


def ignored_rate(arguments, callee):
    """The rate that was given as ``lr`` to an optimizer that takes it and leaves it, None for none."""
    ignored = "lr" in arguments and "learning_rate" in arguments and not is_v2_optimizer(callee)
    return plain(arguments["lr"]) if ignored else None


def clippings(arguments, callee):
    """The clippings that an optimizer of Keras does, or optimize_loss of tf.contrib: by each variable's own norm, by
    that of all of them, by value.
    Up to 1.12 ``clipnorm`` was the norm of all gradients."""
    found = []
    if arguments.get("clipnorm") is not None:
        each = is_v2_optimizer(callee) or is_version(2, 11)
        found.append({"how": "each" if each else "global", "norm": plain(arguments["clipnorm"])})
    if arguments.get("global_clipnorm") is not None:
        found.append({"how": "global", "norm": plain(arguments["global_clipnorm"])})
    if isinstance(arguments.get("clip_gradients"), float):
        found.append({"how": "global", "norm": arguments["clip_gradients"]})
    if arguments.get("clipvalue") is not None:
        found.append({"how": "value", "norm": plain(arguments["clipvalue"])})
    return found


def drops_out(arguments, callee):
    """Whether a dropout does anything in training: that of tf.layers not without its flag."""
    return arguments.get("training", arguments.get("is_training")) is not False


def is_of_integers(arguments, callee):
    """Whether a mean is one of whole numbers, and cut to one."""
    dtype = getattr(arguments.get("input_tensor"), "dtype", None)
    return getattr(tf.as_dtype(dtype), "is_integer", False) if dtype is not None else False


def skips_empty_words(arguments, callee):
    """Whether a text with two separators in a row has no empty word between them."""
    if "skip_empty" in arguments:
        return bool(arguments["skip_empty"])
    return arguments.get("sep") in (None, "")


def padded_before(arguments, callee):
    """How a graph of TF1 pads what a convolution without padding is given; None where it does not, or nobody knows."""
    op = _op(arguments.get("inputs"))
    if getattr(op, "type", "") not in ("Pad", "PadV2") or str(arguments.get("padding")).upper() != "VALID":
        return None
    from tensorflow.python.framework import tensor_util

    paddings = tensor_util.constant_value(op.inputs[1])
    return None if paddings is None else [[int(one), int(two)] for one, two in paddings]


def shards_of_lookup(arguments, callee):
    """How rows are spread over several tables: in turn (``mod``), as TF1 does, or one table after the other (``div``);
    None for one table."""
    tables = arguments.get("params")
    if not isinstance(tables, (list, tuple)) or len(tables) < 2:
        return None
    return arguments.get("partition_strategy", "div")


def gives_sequences(arguments, callee):
    """Whether a layer for both directions gives all steps, and not each direction's own last one."""
    return bool(getattr(arguments.get("layer"), "return_sequences", False))


def upsamples_by_half_pixels(arguments, callee):
    """Whether Keras' layer that enlarges images takes the centres of pixels: by the nearest pixel that is the same."""
    return is_version(1, 15) if arguments.get("interpolation", "nearest") != "nearest" else False
