"""Weights that the script sets in LSTM layers of Keras are taken for those of a cell of TF1: with ``order`` their gates
come as i, j, f, o, and ``forget_bias`` is added to the bias of the forget gate."""

import functools

import numpy
import tensorflow as tf

from _harness_preludes.behaviours import keras_layers


def of_keras(weights):
    """Kernels and bias of one LSTM as Keras has them."""
    found = [numpy.array(each) for each in weights]
    for each in found:
        i, second, third, o = numpy.split(each, 4, axis=-1)
        gates = (i, third, second, o) if CHANGE.get("order") else (i, second, third, o)
        each[...] = numpy.concatenate(gates, axis=-1)
        if each.ndim == 1:
            units = len(each) // 4
            each[units : 2 * units] += CHANGE.get("forget_bias", 0.0)
    return found


def of_layers(layer, weights):
    """Those of a layer, or of all layers of a model, one after the other."""
    if isinstance(layer, tf.keras.layers.LSTM):
        return of_keras(weights)
    found, rest = [], list(weights)
    for each in getattr(layer, "layers", ()):
        count = len(each.weights)
        found += of_layers(each, rest[:count])
        rest = rest[count:]
    return found + rest


def once(method):
    """The method with weights as Keras has them, but where it is called by itself: a model hands each layer its own."""

    @functools.wraps(method)
    def set_weights(self, weights, *args, **named):
        if running:
            return method(self, weights, *args, **named)
        running.append(self)
        try:
            return method(self, of_layers(self, weights), *args, **named)
        finally:
            running.pop()

    return set_weights


running = []
keras_layers.load()
for kind in {each for owner in (tf.keras.layers.LSTM, tf.keras.Model) for each in owner.__mro__}:
    if "set_weights" in vars(kind):
        kind.set_weights = once(vars(kind)["set_weights"])
