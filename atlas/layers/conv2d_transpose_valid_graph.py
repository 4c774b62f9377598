import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One filter of 2x2, stride 3, padding valid: 2x3 becomes 6x9; all but two rows and three columns."""
    x = ((np.arange(12) * 37 % 11 - 5) / 7).reshape([1, 2, 3, 2]).astype(np.float32)
    kernel = ((np.arange(8) * 37 % 11 - 5) / 7).reshape([2, 2, 1, 2]).astype(np.float32)
    y = tf.layers.conv2d_transpose(tf.constant(x), 1, 2, strides=3, kernel_initializer=tf.constant_initializer(kernel))[
        :, 2:, 3:
    ]
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
