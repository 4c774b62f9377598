import numpy as np
import tensorflow as tf


def trace():
    """Two filters of 2x2x2 on a 3x3x3 block, padding valid."""
    x = ((np.arange(27) * 37 % 11 - 5) / 7).reshape([1, 3, 3, 3, 1]).astype(np.float32)
    kernel = ((np.arange(16) * 37 % 11 - 5) / 7).reshape([2, 2, 2, 1, 2]).astype(np.float32)
    y = tf.keras.layers.Conv3D(2, 2, kernel_initializer=tf.constant_initializer(kernel))(x)
    yield {"y": y.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
