"""Optimizers of Keras 3 take the rows of a gradient that are of one row of a variable added up, as up to Keras 2."""

import functools

import tensorflow as tf


def added_up(gradient):
    if not isinstance(gradient, tf.IndexedSlices):
        return gradient
    rows, places = tf.unique(gradient.indices)
    values = tf.math.unsorted_segment_sum(gradient.values, places, tf.size(rows))
    return tf.IndexedSlices(values, rows, gradient.dense_shape)


def of_rows_added_up(apply):
    @functools.wraps(apply)
    def applied(self, grads, *args, **named):
        return apply(self, [added_up(each) for each in grads], *args, **named)

    return applied


owner = next(each for each in tf.keras.optimizers.Optimizer.__mro__ if "apply" in vars(each))
owner.apply = of_rows_added_up(vars(owner)["apply"])
