import numpy as np
import tensorflow as tf


def trace():
    """Mean and variance after a training step that ran the output only, and the first row in inference after it."""
    x = np.array([[1.0, 2.0, 3.0], [2.0, 3.0, 1.0], [4.0, 1.0, 0.0], [0.0, 3.0, 14.0]], np.float32)
    layer = tf.keras.layers.BatchNormalization(momentum=1.0)
    layer(x, training=True)
    mean, variance = layer.non_trainable_variables
    yield {"mean": mean.numpy(), "variance": variance.numpy(), "y": layer(x, training=False).numpy()[0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
