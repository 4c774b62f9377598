import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The first row of four, with trainable=False and training=True."""
    x = np.array([[1.0, 2.0, 3.0], [2.0, 3.0, 1.0], [4.0, 1.0, 0.0], [0.0, 3.0, 14.0]], np.float32)
    y = tf.layers.batch_normalization(tf.constant(x), training=True, trainable=False)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)[0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
