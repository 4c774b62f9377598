import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Windows of 2x2, stride 2, padding same, on a 5x3 image."""
    x = ((np.arange(30) * 37 % 11 - 5) / 7).reshape([1, 5, 3, 2]).astype(np.float32)
    y = tf.layers.max_pooling2d(tf.constant(x), 2, 2, padding="same")
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
