import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One filter of 3x3, stride 2, padding same: 2x3 becomes 4x6."""
    x = ((np.arange(12) * 37 % 11 - 5) / 7).reshape([1, 2, 3, 2]).astype(np.float32)
    kernel = ((np.arange(18) * 37 % 11 - 5) / 7).reshape([3, 3, 1, 2]).astype(np.float32)
    y = tf.layers.conv2d_transpose(
        tf.constant(x), 1, 3, strides=2, padding="same", kernel_initializer=tf.constant_initializer(kernel)
    )
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
