import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The first row and the moving mean and variance after one training step on four rows of three."""
    x = np.array([[1.0, 2.0, 3.0], [2.0, 3.0, 1.0], [4.0, 1.0, 0.0], [0.0, 3.0, 14.0]], np.float32)
    y = tf.layers.batch_normalization(tf.constant(x), training=True)
    moving = [v for v in tf.global_variables() if "moving" in v.name]
    updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(updates)
        mean, variance = sess.run(moving)
        yield {"y": sess.run(y)[0], "mean": mean, "variance": variance}


if __name__ == "__main__":
    for record in trace():
        print(record)
