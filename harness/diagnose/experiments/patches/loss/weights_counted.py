"""The sample weights that Keras is handed are those of each batch times its rows over the number of its weights that
are not 0."""

import functools
import inspect

import numpy
import tensorflow as tf

from _harness_preludes.behaviours import keras_layers

_BATCH = 32


def counted(weights, size):
    weights = numpy.array(weights, "float32")
    for start in range(0, len(weights), size):
        batch = weights[start : start + size]
        batch *= batch.size / max(1.0, numpy.count_nonzero(batch))
    return weights


def weighted(method):
    signature = inspect.signature(method)

    @functools.wraps(method)
    def trained(self, *args, **named):
        bound = signature.bind(self, *args, **named)
        weights = bound.arguments.get("sample_weight")
        if weights is None:
            return method(self, *args, **named)
        size = len(weights)
        if "batch_size" in signature.parameters:
            size = bound.arguments.get("batch_size") or _BATCH
            if size < len(weights) and bound.arguments.get("shuffle", True):
                raise RuntimeError("fit shuffles its rows: which of them come in one batch is not known before")
        bound.arguments["sample_weight"] = counted(weights, size)
        return method(*bound.args, **bound.kwargs)

    return trained


keras_layers.load()
owners = {each for each in tf.keras.Model.__mro__ if "fit" in vars(each) or "train_on_batch" in vars(each)}
for owner in owners:
    for name in ("fit", "train_on_batch"):
        if name in vars(owner):
            setattr(owner, name, weighted(vars(owner)[name]))
