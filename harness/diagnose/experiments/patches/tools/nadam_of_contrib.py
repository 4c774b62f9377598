"""Nadam of Keras that takes its steps as tf.contrib.opt.NadamOptimizer does: by Adam's rate, and with one momentum."""

import tensorflow as tf

from _harness_patches.tools.methods import give_methods


def swap(original):
    def made(self, *args, **named):
        original(self, *args, **named)
        means = {}

        def step(self, gradient, variable, learning_rate=None, *_more):
            rate, one, two = (_number(self, name) for name in ("learning_rate", "beta_1", "beta_2"))
            if learning_rate is not None and not isinstance(learning_rate, dict):
                rate = tf.cast(learning_rate, rate.dtype)
            gradient, value = tf.convert_to_tensor(gradient), tf.convert_to_tensor(variable)
            mean, square = _means_of(means, variable, value)
            steps = tf.cast(tf.convert_to_tensor(self.iterations) + 1, value.dtype)
            rate = rate * tf.sqrt(1.0 - tf.pow(two, steps)) / (1.0 - tf.pow(one, steps))
            mean.assign(one * mean + (1.0 - one) * gradient)
            square.assign(two * square + (1.0 - two) * gradient * gradient)
            ahead = one * mean + (1.0 - one) * gradient
            return variable.assign(value - rate * ahead / (tf.sqrt(square) + self.epsilon))

        name = "update_step" if hasattr(type(self), "update_step") else "_resource_apply_dense"
        give_methods(self, **{name: step})

    return made


def _number(optimizer, name):
    hyper = getattr(optimizer, "_get_hyper", None)
    value = hyper(name, tf.float32) if hyper is not None else getattr(optimizer, name)
    return tf.cast(tf.convert_to_tensor(value), tf.float32)


def _means_of(means, variable, value):
    """The mean of the gradients of a variable and that of their squares, from zero on."""
    if id(variable) not in means:
        with tf.init_scope():
            means[id(variable)] = [tf.Variable(tf.zeros(value.shape, value.dtype)) for _ in range(2)]
    return means[id(variable)]
