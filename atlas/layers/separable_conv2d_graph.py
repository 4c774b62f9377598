import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One output of depthwise 2x2 and pointwise filters on a 4x4 image."""
    x = ((np.arange(32) * 37 % 11 - 5) / 7).reshape([1, 4, 4, 2]).astype(np.float32)
    depthwise = ((np.arange(8) * 37 % 11 - 5) / 7).reshape([2, 2, 2, 1]).astype(np.float32)
    pointwise = ((np.arange(2) * 37 % 11 - 5) / 7).reshape([1, 1, 2, 1]).astype(np.float32)
    y = tf.layers.separable_conv2d(
        tf.constant(x),
        1,
        2,
        depthwise_initializer=tf.constant_initializer(depthwise),
        pointwise_initializer=tf.constant_initializer(pointwise),
    )
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
