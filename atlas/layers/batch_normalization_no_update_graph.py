import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Mean and variance after a training step that ran the output only, and the first row in inference after it."""
    x = np.array([[1.0, 2.0, 3.0], [2.0, 3.0, 1.0], [4.0, 1.0, 0.0], [0.0, 3.0, 14.0]], np.float32)
    training = tf.placeholder(tf.bool)
    y = tf.layers.batch_normalization(tf.constant(x), training=training)
    moving = [v for v in tf.global_variables() if "moving" in v.name]
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(y, {training: True})
        mean, variance = sess.run(moving)
        yield {"mean": mean, "variance": variance, "y": sess.run(y, {training: False})[0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
