import numpy as np
import tensorflow as tf


def trace():
    """A vector, a zero and a small vector."""
    x = np.array([[3.0, 4.0], [0.0, 0.0], [1e-4, 0.0]], np.float32)
    y = tf.contrib.layers.unit_norm(tf.constant(x), 1)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
