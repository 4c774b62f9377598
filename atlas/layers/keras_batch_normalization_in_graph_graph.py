import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Moving mean after one training step that ran UPDATE_OPS, on four rows of three."""
    x = np.array([[1.0, 2.0, 3.0], [2.0, 3.0, 1.0], [4.0, 1.0, 0.0], [0.0, 3.0, 14.0]], np.float32)
    layer = tf.keras.layers.BatchNormalization()
    y = layer(tf.constant(x), training=True)
    updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run([y, updates])
        yield {"mean": sess.run(layer.moving_mean)}


if __name__ == "__main__":
    for record in trace():
        print(record)
