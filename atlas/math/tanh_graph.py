import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients in the tails and the middle, and of float64."""
    x = tf.constant([-20.0, -6.069, -5.909, -0.0003, 1.219, 4.996, 5.375, 8.141, 8.298, 8.462])
    y = tf.tanh(x)
    doubles = tf.tanh(tf.constant([-1.86, 0.13, 6.76], tf.float64))

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0], doubles])
    yield {"y": values[0], "gradient": values[1], "doubles": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
