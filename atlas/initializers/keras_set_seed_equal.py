import numpy as np
import tensorflow as tf


def kernel():
    tf.keras.backend.clear_session()
    tf.keras.utils.set_random_seed(1)
    layer = tf.keras.layers.Dense(3)
    layer(tf.ones([1, 2]))
    return layer.kernel.numpy()


def trace():
    """Whether the kernel of a Keras layer is the same twice after the same seed."""
    first = kernel()
    yield {"repeats": np.array_equal(first, kernel())}


if __name__ == "__main__":
    for record in trace():
        print(record)
