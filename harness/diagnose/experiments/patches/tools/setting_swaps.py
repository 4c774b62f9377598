"""What gives a call a setting that none of its arguments has: something else in place of what is called.

Each swap is a function of the original, that gives what is called instead, with the same arguments.
"""

import functools
import inspect

import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_patches.tools import clipped_entropy, gradient_clips, object_swaps
from _harness_patches.tools.methods import give_methods
from _harness_preludes.calls import compiled, worked_out, wrapping

_SIGMOIDS = {
    "hard_sigmoid": lambda x: tf.clip_by_value(0.2 * x + 0.5, 0.0, 1.0),
    "hard_sigmoid of slope 1/6": lambda x: tf.clip_by_value(x / 6.0 + 0.5, 0.0, 1.0),
}


def swap_of(call, name, wanted):
    """Give the swap for one setting of a call, None where an argument does it; ``wanted`` are all of its settings, of
    which those that the swap sees to besides are taken out."""
    if call.row.kind in _BY_KIND:
        return _BY_KIND[call.row.kind](call, name, wanted)
    if name in _BY_NAME:
        return _BY_NAME[name](call, wanted[name])
    if name in ("how", "norm"):
        return _clipping(call, name, wanted)
    return object_swaps.swap_of(call, name, wanted[name])


# Some settings of a kind of calls have one swap for all of them.
_BY_KIND = {
    "compile": lambda call, name, wanted: compiled.swap_of(call, name, wanted[name]),
    "crossentropy": lambda call, name, wanted: clipped_entropy.swap(call, wanted.get("form")),
    "preprocess": lambda call, name, wanted: functools.partial(object_swaps.prepared, wanted[name]),
    "resize": lambda call, name, wanted: _resizing(call, {key: wanted.pop(key) for key in list(wanted)}),
}
_BY_NAME = {
    "activation": lambda call, value: _activation(value),
    "axes": lambda call, value: functools.partial(object_swaps.normalized_over, value),
    "blank": lambda call, value: _with(blank_index=-1 if value == "last" else value),
    "drops": lambda call, value: _without_dropout,
    "forget_bias": lambda call, value: _with(unit_forget_bias=bool(value)),
    "gate_bias": lambda call, value: _with(bias_initializer=functools.partial(_gates, value)),
    "integer": lambda call, value: _of_floats,
    "label_gradient": lambda call, value: _with_labels_stopped,
    "learning_rate": lambda call, value: functools.partial(_rated, value, _rate_argument(call)),
    "normalizes": lambda call, value: object_swaps.not_normalized,
    "offset": lambda call, value: functools.partial(object_swaps.added, value - call.row.settings["offset"].value),
    "padded": lambda call, value: functools.partial(_padded, value),
    "padding": lambda call, value: _with(padding=value.lower() if _is_of_keras(call) else value),
    "recurrent_activation": lambda call, value: _with(recurrent_activation=_SIGMOIDS.get(value, value)),
    "shards": lambda call, value: functools.partial(_in_shards, value),
    "short": lambda call, value: _with(output_padding=worked_out.padding_for(call.arguments, value)),
    "skips_empty": lambda call, value: _without_empty_words,
}


def _resizing(call, wanted):
    if not call.symbol.endswith("UpSampling2D"):
        return functools.partial(_resized, wanted)
    return object_swaps.upsampled if wanted.get("half_pixel_centers") is False else _as_it_is


def _clipping(call, name, wanted):
    if call.row.kind in ("clip", "clipping"):
        return gradient_clips.swap_of(call, name, wanted)
    return object_swaps.clipping(dict(wanted)) if name == "norm" or "norm" not in wanted else _as_it_is


def _activation(value):
    """None for the activations that are an argument."""
    if value in _SIGMOIDS:
        return functools.partial(_activated, _SIGMOIDS[value])
    return _with(activation=None) if value == "linear" else None


def _is_of_keras(call):
    return ".keras." in call.symbol or ".layers." in call.symbol


def _rate_argument(call):
    return "learning_rate" if "learning_rate" in call.arguments else "lr"


def _of_floats(mean):
    return lambda input_tensor, *args, **named: mean(tf.cast(input_tensor, tf.float32), *args, **named)


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
        give_methods(self, call=padding)

    return made


def _activated(function, original):
    def made(*args, **named):
        given = {"activation": function}
        args, named = wrapping.with_arguments(inspect.signature(original), args, named, given)
        return original(*args, **named)

    return made


def _without_dropout(original):
    def made(*args, **named):
        args, named = wrapping.with_arguments(inspect.signature(original), args, named, {"rate": 0.0})
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
        give_methods(self, __call__=stopped)

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
