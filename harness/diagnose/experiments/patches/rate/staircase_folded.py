"""The stair of an exponential decay is step * (1 / decay_steps), rounded down, if ``CHANGE["folded"]``, as in graphs;
else step / decay_steps, which nothing folds. In tf.keras and in tf.train."""

import inspect

import numpy as np
import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_patches.tools import keras_names
from _harness_preludes.scripts import public_names


def stair(step, width):
    step, width = tf.cast(step, tf.float32), np.float32(width)
    if CHANGE["folded"]:
        return tf.floor(step * (np.float32(1) / width))
    # In float64 a product with the reciprocal, rounded to float32, is the quotient in float32 again.
    return tf.floor(tf.cast(tf.cast(step, tf.float64) / np.float64(width), tf.float32))


def decayed(rate, step, width, factor):
    return tf.cast(rate, tf.float32) * tf.pow(tf.cast(factor, tf.float32), stair(step, width))


def as_function(old):
    parameters = inspect.signature(old).parameters

    def decay(*args, **options):
        given = dict(zip(parameters, args))
        given.update(options)
        if not given.get("staircase"):
            return old(*args, **options)

        def now():
            return decayed(given["learning_rate"], given["global_step"], given["decay_steps"], given["decay_rate"])

        return now if tf.executing_eagerly() else now()

    return decay


public_names.replace(v1.train.exponential_decay, as_function(v1.train.exponential_decay))
schedule = keras_names.keras_schedule("ExponentialDecay")
if schedule is not None:
    plain = schedule.__call__

    def call(self, step):
        if not self.staircase:
            return plain(self, step)
        return decayed(self.initial_learning_rate, step, self.decay_steps, self.decay_rate)

    schedule.__call__ = call
