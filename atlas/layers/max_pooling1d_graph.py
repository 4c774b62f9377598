import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Windows of 2, stride 2, on five steps."""
    x = ((np.arange(10) * 37 % 11 - 5) / 7).reshape([1, 5, 2]).astype(np.float32)
    y = tf.layers.max_pooling1d(tf.constant(x), 2, 2)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
