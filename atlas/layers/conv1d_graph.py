import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two filters of width 3 over seven steps, stride 2, padding same."""
    x = ((np.arange(14) * 37 % 11 - 5) / 7).reshape([1, 7, 2]).astype(np.float32)
    kernel = ((np.arange(12) * 37 % 11 - 5) / 7).reshape([3, 2, 2]).astype(np.float32)
    y = tf.layers.conv1d(
        tf.constant(x), 2, 3, strides=2, padding="same", kernel_initializer=tf.constant_initializer(kernel)
    )
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
