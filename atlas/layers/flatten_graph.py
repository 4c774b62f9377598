import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A batch of two 2x3 images."""
    x = ((np.arange(12) * 37 % 11 - 5) / 7).reshape([2, 2, 3]).astype(np.float32)
    y = tf.layers.flatten(tf.constant(x))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
