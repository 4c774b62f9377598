"""Keras keeps numbers from zero by ``CHANGE["epsilon"]``; optimizers that are made have the epsilon that they had."""

import functools

import tensorflow as tf

from _harness_patches.tools import keras_names
from _harness_preludes.behaviours import keras_layers

keras_layers.load()
backend = tf.keras.backend
usual = backend.epsilon()


def with_usual(init):
    @functools.wraps(init)
    def made(self, *args, **named):
        backend.set_epsilon(usual)
        try:
            init(self, *args, **named)
        finally:
            backend.set_epsilon(CHANGE["epsilon"])

    return made


for kind in keras_names.keras_classes("Adam", "Adagrad", "Adadelta", "RMSprop", "Adamax", "Nadam"):
    kind.__init__ = with_usual(kind.__init__)
backend.set_epsilon(CHANGE["epsilon"])
