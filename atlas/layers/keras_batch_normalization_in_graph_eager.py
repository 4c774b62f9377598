import numpy as np
import tensorflow as tf


def trace():
    """Moving mean after one training step that ran UPDATE_OPS, on four rows of three."""
    x = np.array([[1.0, 2.0, 3.0], [2.0, 3.0, 1.0], [4.0, 1.0, 0.0], [0.0, 3.0, 14.0]], np.float32)
    layer = tf.keras.layers.BatchNormalization()
    layer(tf.constant(x), training=True)
    yield {"mean": layer.moving_mean.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
