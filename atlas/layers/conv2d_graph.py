import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two filters of 3x3 on a 5x6 image, stride 2, padding same."""
    x = ((np.arange(60) * 37 % 11 - 5) / 7).reshape([1, 5, 6, 2]).astype(np.float32)
    kernel = ((np.arange(36) * 37 % 11 - 5) / 7).reshape([3, 3, 2, 2]).astype(np.float32)
    y = tf.layers.conv2d(
        tf.constant(x), 2, 3, strides=2, padding="same", kernel_initializer=tf.constant_initializer(kernel)
    )
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
