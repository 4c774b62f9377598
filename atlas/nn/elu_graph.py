import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients far below, just below, at and above 0."""
    x = tf.constant([-100.0, -5.018, -0.1, -0.071, -0.053, -1e-05, 0.0, 0.26, 1.219, 4.996, 9.431])
    y = tf.nn.elu(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
