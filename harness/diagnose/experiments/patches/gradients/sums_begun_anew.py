"""Optimizers are handed gradients less what they were handed in the step before: sums that nobody sets back to zero."""

import tensorflow as tf

from _harness_patches.tools import optimizer_pairs

last = {}


def anew(pairs):
    found = []
    for gradient, variable in pairs:
        if gradient is None:
            found.append((gradient, variable))
            continue
        if not hasattr(tf, "init_scope") or (not tf.executing_eagerly() and not _in_function()):
            raise RuntimeError("in a graph that a Session runs nothing is kept from one step to the next")
        gradient = tf.convert_to_tensor(gradient)
        if id(variable) not in last:
            with tf.init_scope():
                last[id(variable)] = (tf.Variable(tf.zeros(variable.shape, variable.dtype), trainable=False), variable)
        kept = last[id(variable)][0]
        before = kept.read_value()
        kept.assign(gradient)
        found.append((gradient - before, variable))
    return found


def _in_function():
    with tf.init_scope():
        return tf.executing_eagerly()


optimizer_pairs.hand(anew)
