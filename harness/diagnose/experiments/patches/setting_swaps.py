"""What gives a call a setting that none of its arguments has: something else in place of what is called.

Each swap is a function of the original, that gives what is called instead, with the same arguments.
"""

import functools
import inspect

import call_compiled
import call_wrapping
import clipped_entropy
import gradient_clips
import object_swaps
import tensorflow as tf
import tensorflow.compat.v1 as v1

_SIGMOIDS = {
    "hard_sigmoid": lambda x: tf.clip_by_value(0.2 * x + 0.5, 0.0, 1.0),
    "hard_sigmoid of slope 1/6": lambda x: tf.clip_by_value(x / 6.0 + 0.5, 0.0, 1.0),
}


def swap_of(call, name, wanted):
    """Give the swap for one setting of a call, None where an argument does it; ``wanted`` are all of its settings, of
    which those that the swap sees to besides are taken out."""
    value = wanted[name]
    kind = call.row.kind
    if kind == "compile":
        return call_compiled.swap_of(call, name, value)
    if kind == "resize" and call.symbol.endswith("UpSampling2D"):
        wanted = {key: wanted.pop(key) for key in list(wanted)}
        return object_swaps.upsampled if wanted.get("half_pixel_centers") is False else _as_it_is
    if kind == "resize":
        return functools.partial(_resized, {key: wanted.pop(key) for key in list(wanted)})
    if kind == "crossentropy":
        return clipped_entropy.swap(call, wanted.get("form"))
    if name == "recurrent_activation":
        return _with(recurrent_activation=_SIGMOIDS.get(value, value))
    if name == "gate_bias":
        return _with(bias_initializer=functools.partial(_gates, value))
    if name == "forget_bias":
        return _with(unit_forget_bias=bool(value))
    if name == "label_gradient":
        return _with_labels_stopped
    if name == "drops":
        return _without_dropout
    if name == "integer":
        return lambda mean: lambda input_tensor, *args, **named: mean(tf.cast(input_tensor, tf.float32), *args, **named)
    if name == "skips_empty":
        return _without_empty_words
    if name == "padded":
        return functools.partial(_padded, value)
    if name == "shards":
        return functools.partial(_in_shards, value)
    if name == "normalizes":
        return object_swaps.not_normalized
    if name == "axes":
        return functools.partial(object_swaps.normalized_over, value)
    if name == "blank":
        return _with(blank_index=-1 if value == "last" else value)
    if name == "padding":
        return _with(padding=value.lower() if ".keras." in call.symbol or ".layers." in call.symbol else value)
    if kind == "preprocess":
        return functools.partial(object_swaps.prepared, value)
    if name == "activation" and value in _SIGMOIDS:
        return functools.partial(_activated, _SIGMOIDS[value])
    if name == "activation" and value == "linear":
        return _with(activation=None)
    if name == "learning_rate":
        return functools.partial(_rated, value, "learning_rate" if "learning_rate" in call.arguments else "lr")
    if kind in ("clip", "clipping") and name in ("how", "norm"):
        return gradient_clips.swap_of(call, name, wanted)
    if name in ("how", "norm"):
        return object_swaps.clipping(dict(wanted)) if name == "norm" or "norm" not in wanted else _as_it_is
    return object_swaps.swap_of(call, name, value)


def _in_shards(strategy, original):
    """A lookup whose tables have the rows spread over them in this way."""
    old = getattr(v1.nn, original.__name__.replace("_v2", ""))
    return lambda *args, **named: old(*args, **dict(named, partition_strategy=strategy))


def _as_it_is(original):
    return original


def _with(**settings):
    """The original with these arguments, whatever it is given."""

    def swap(original):
        return lambda *args, **named: original(*args, **dict(named, **settings))

    return swap


def _without_empty_words(original):
    def split(*args, **named):
        words = original(*args, **named)
        mask = tf.ragged.boolean_mask if hasattr(words, "row_splits") else tf.boolean_mask
        return mask(words, tf.not_equal(words, ""))

    return split


def _padded(paddings, original):
    """A layer that pads what it is given."""
    if list(inspect.signature(original).parameters)[0] != "self":
        raise RuntimeError("only a layer can be made to pad")

    def made(self, *args, **named):
        original(self, *args, **named)
        call = type(self).call
        padding = lambda self, inputs, *args, **named: call(self, tf.pad(inputs, paddings), *args, **named)  # noqa: E731
        object_swaps.give_methods(self, call=padding)

    return made


def _activated(function, original):
    def made(*args, **named):
        given = {"activation": function}
        args, named = call_wrapping.with_arguments(inspect.signature(original), args, named, given)
        return original(*args, **named)

    return made


def _without_dropout(original):
    def made(*args, **named):
        args, named = call_wrapping.with_arguments(inspect.signature(original), args, named, {"rate": 0.0})
        return original(*args, **named)

    return made


def _with_labels_stopped(original):
    """A cross entropy, function or object of Keras, that hands no gradient on to its labels."""
    names = list(inspect.signature(original).parameters)
    if names[0] != "self":
        return lambda labels, *args, **named: original(tf.stop_gradient(labels), *args, **named)

    def made(self, *args, **named):
        original(self, *args, **named)
        call = type(self).__call__
        stopped = lambda self, y_true, *args, **named: call(self, tf.stop_gradient(y_true), *args, **named)  # noqa: E731
        object_swaps.give_methods(self, __call__=stopped)

    return made


def _rated(rate, argument, original):
    def made(self, *args, **named):
        named.pop("lr", None)
        named.pop("learning_rate", None)
        named[argument] = rate
        return original(self, *args[1:], **named)

    return made


def _resized(wanted, original):
    def resized(images, size, method="bilinear", preserve_aspect_ratio=False, antialias=False, name=None):
        number = ("bilinear", "nearest", "bicubic", "area").index(str(wanted.get("method", method)).lower())
        return v1.image.resize(images, size, number, wanted.get("align_corners", False))

    return resized if "half_pixel_centers" in wanted and not wanted["half_pixel_centers"] else original


def _gates(value, shape, dtype=None, **_more):
    """Biases of a GRU, gates first: z, r, h."""
    units = int(shape[-1]) // 3
    row = tf.concat([tf.fill([2 * units], float(value)), tf.zeros([units])], 0)
    return row if len(shape) == 1 else tf.stack([row, tf.zeros([3 * units])])
