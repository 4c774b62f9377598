import numpy as np
import tensorflow as tf


def trace():
    """A vector, a zero and a small vector."""
    x = np.array([[3.0, 4.0], [0.0, 0.0], [1e-4, 0.0]], np.float32)
    y = x * tf.math.rsqrt(1e-7 + tf.reduce_sum(tf.square(x), axis=1, keepdims=True))
    yield {"y": y.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
