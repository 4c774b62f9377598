import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Roots and their gradients at 0, a tiny number, 2, 7.3, infinity and -1."""
    x = tf.constant([0.0, 1e-30, 2.92, 5.326, 13.502, 13.828, 16.977, 18.989, 24.054, 28.0, float("inf"), -1.0])
    y = tf.sqrt(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
