import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Roots, inverse roots and the root's gradient at 0, a tiny number, 2, 7.3, infinity and -1."""
    x = tf.constant([0.0, 1e-30, 2.0, 7.3, float("inf"), -1.0])
    root = tf.sqrt(x)

    with tf.Session() as sess:
        values = sess.run([root, tf.rsqrt(x), tf.gradients(root, x)[0]])
    yield {"sqrt": values[0], "rsqrt": values[1], "gradient": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
