"""Tensors keep their masks when MultiHeadAttention is given them, as up to Keras 2."""

import functools

import tensorflow as tf

kind = tf.keras.layers.MultiHeadAttention
call = kind.call


@functools.wraps(call)
def called(self, *args, **named):
    masked = [(each, getattr(each, "_keras_mask", None)) for each in (*args, *named.values())]
    result = call(self, *args, **named)
    for each, mask in masked:
        if mask is not None:
            each._keras_mask = mask
    return result


kind.call = called
