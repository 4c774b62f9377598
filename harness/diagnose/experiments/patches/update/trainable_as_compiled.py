"""Layers are trained that were trainable when their model was compiled, as up to Keras 2, whatever is set later."""

import functools

import tensorflow as tf

compiled = {}


def flags(model):
    return [(layer, layer.trainable) for layer in model._flatten_layers(include_self=False)]


def noting(compile_):
    @functools.wraps(compile_)
    def called(self, *args, **named):
        compiled[id(self)] = (self, flags(self))
        return compile_(self, *args, **named)

    return called


def as_noted(method):
    @functools.wraps(method)
    def called(self, *args, **named):
        now, then = flags(self), compiled.get(id(self), (self, []))[1]
        # What is set of a layer is set of those within it: the inner ones come behind it.
        for layer, trainable in then:
            layer.trainable = trainable
        try:
            return method(self, *args, **named)
        finally:
            for layer, trainable in now:
                layer.trainable = trainable

    return called


for kind in tf.keras.Model.__mro__:
    for name in ("fit", "train_on_batch", "compile"):
        if name in vars(kind):
            setattr(kind, name, (noting if name == "compile" else as_noted)(vars(kind)[name]))
