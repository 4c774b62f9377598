"""Settings that no argument says by itself: worked out from all arguments, the callee and the release."""

import tensorflow as tf

from _harness_preludes.calls.values import NEW_SLOPE, OF_ROWS, TENSOR, activation, is_version, new_keras, op_of, plain


def sigmoid_slope(arguments, callee):
    """The activation of gates, where hard_sigmoid is one of two: 0.2 x + 0.5 to Keras 2, x / 6 + 0.5 from Keras 3."""
    value = arguments.get("recurrent_activation", "hard_sigmoid")
    name = activation(value)
    return NEW_SLOPE if name == "hard_sigmoid" and new_keras() else name


def has_biases(arguments, callee):
    """Whether a layer of tf.contrib has biases: not where it normalizes, or is told to begin them with nothing."""
    return arguments.get("normalizer_fn") is None and arguments.get("biases_initializer", 0) is not None


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


def bessel_of_contrib(arguments, callee):
    """The same of tf.contrib, which has the kernel for images norm rows, too: ``of rows, too`` where it does."""
    if arguments.get("batch_weights") is not None or not bessel(arguments, callee):
        return False
    shape = lengths_of(arguments.get("inputs"))
    return OF_ROWS if shape is not None and len(shape) == 2 else True


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
    given = (arguments.get(name) for name in ("inputs", "input", "value"))
    op = op_of(next((each for each in given if each is not None), None))
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


def short_of_layer(arguments, callee):
    """By how much the output of a transposed convolution is shorter than stride times its input, each way; no value
    where it is not padded alike."""
    if str(arguments.get("padding")).upper() != "SAME":
        return TENSOR
    given = arguments.get("output_padding")
    if given is None:
        return [0, 0]
    return padding_for(arguments, pair_of(given))


def padding_for(arguments, short):
    """The output_padding of a layer whose output is so much shorter; and how much it is shorter with that one."""
    strides, kernel = pair_of(arguments.get("strides")), pair_of(arguments.get("kernel_size"))
    return [s - k + 2 * (k // 2) - by for s, k, by in zip(strides, kernel, short)]


def short_of_function(arguments, callee):
    """The same of a function that is told the shape of its output; no value where that is not known."""
    given = arguments.get("value") if arguments.get("value") is not None else arguments.get("input")
    before, after = lengths_of(given), arguments.get("output_shape")
    strides = plain(arguments.get("strides"), "strides")
    after = list(after) if isinstance(after, (list, tuple)) else None
    if before is None or len(before) != 4 or after is None or len(after) != 4 or not strides or len(strides) != 2:
        return TENSOR
    if str(arguments.get("padding")).upper() != "SAME" or arguments.get("data_format") not in (None, "NHWC"):
        return TENSOR
    places = [(s, one, two) for s, one, two in zip(strides, before[1:3], after[1:3])]
    if not all(isinstance(one, int) and isinstance(two, int) for _, one, two in places):
        return TENSOR
    return [s * one - two for s, one, two in places]


def pair_of(value):
    """A length each way."""
    return [int(value)] * 2 if isinstance(value, int) else [int(each) for each in value]


def lengths_of(tensor):
    """The lengths of a tensor's axes, None for one that is not known; None where their number is not."""
    try:
        return [None if each is None else int(each) for each in tensor.shape.as_list()]
    except (AttributeError, ValueError):
        return None


def upsamples_by_half_pixels(arguments, callee):
    """Whether Keras' layer that enlarges images takes the centres of pixels: by the nearest pixel that is the same."""
    return is_version(1, 15) if arguments.get("interpolation", "nearest") != "nearest" else False
