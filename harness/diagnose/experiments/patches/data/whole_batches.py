"""Keras' fit is handed as many rows as fill whole batches, and data sets give no short last batch."""

import functools
import inspect

import numpy
import tensorflow as tf

from _harness_preludes.behaviours import keras_layers

_BATCH = 32
_ROWS = ("x", "y", "sample_weight")


def on_whole_batches(fit):
    signature = inspect.signature(fit)

    @functools.wraps(fit)
    def fitted(self, *args, **named):
        bound = signature.bind(self, *args, **named)
        given, size = bound.arguments, bound.arguments.get("batch_size") or _BATCH
        if isinstance(given.get("x"), numpy.ndarray):
            rows = len(given["x"])
            if rows % size and given.get("shuffle", True):
                raise RuntimeError("fit shuffles its rows: which of them are left over is not known before")
            for name in _ROWS:
                if isinstance(given.get(name), numpy.ndarray):
                    given[name] = given[name][: rows // size * size]
        return fit(*bound.args, **bound.kwargs)

    return fitted


def in_whole_batches(batch):
    signature = inspect.signature(batch)

    @functools.wraps(batch)
    def batched(self, *args, **named):
        bound = signature.bind(self, *args, **named)
        bound.arguments["drop_remainder"] = True
        return batch(*bound.args, **bound.kwargs)

    return batched


keras_layers.load()
for owner in {each for each in tf.keras.Model.__mro__ if "fit" in vars(each)}:
    owner.fit = on_whole_batches(vars(owner)["fit"])
for kind in {each for each in tf.data.Dataset.__mro__ if "batch" in vars(each)}:
    kind.batch = in_whole_batches(vars(kind)["batch"])
