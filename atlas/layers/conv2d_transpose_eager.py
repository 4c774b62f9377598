import numpy as np
import tensorflow as tf


def trace():
    """One filter of 3x3, stride 2, padding same: 2x3 becomes 4x6."""
    x = ((np.arange(12) * 37 % 11 - 5) / 7).reshape([1, 2, 3, 2]).astype(np.float32)
    kernel = ((np.arange(18) * 37 % 11 - 5) / 7).reshape([3, 3, 1, 2]).astype(np.float32)
    y = tf.keras.layers.Conv2DTranspose(
        1, 3, strides=2, padding="same", kernel_initializer=tf.constant_initializer(kernel)
    )(x)
    yield {"y": y.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
