"""Exponential decay of tf.keras and tf.train is computed in float64, as Python does, and rounded to float32 once."""

import tensorflow as tf
import tensorflow.compat.v1 as v1

import patch_tools


def wide(value):
    # tf.cast would make a Python number a float32 first.
    return tf.constant(value, tf.float64) if isinstance(value, (int, float)) else tf.cast(value, tf.float64)


def decayed(rate, step, steps, factor, staircase):
    turns = wide(step) / wide(steps)
    if staircase:
        turns = tf.floor(turns)
    return tf.cast(wide(rate) * tf.pow(wide(factor), turns), tf.float32)


def exponential_decay(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None):
    def now():
        return decayed(learning_rate, global_step, decay_steps, decay_rate, staircase)

    return now if is_eager() else now()


def call(self, step):
    return decayed(self.initial_learning_rate, step, self.decay_steps, self.decay_rate, self.staircase)


is_eager = getattr(tf, "executing_eagerly", lambda: False)
patch_tools.replace(v1.train.exponential_decay, exponential_decay)
schedule = patch_tools.keras_schedule("ExponentialDecay")
if schedule is not None:
    schedule.__call__ = call
