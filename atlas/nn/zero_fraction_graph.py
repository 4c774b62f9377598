import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The share of zeros among floats with -0 and NaN, among whole numbers, and among none."""
    floats = tf.nn.zero_fraction(tf.constant([0.0, -0.0, float("nan"), 1.0, 1e-30]))
    wholes = tf.nn.zero_fraction(tf.constant([0, 1, 0, 3]))
    none = tf.nn.zero_fraction(tf.zeros([0]))

    with tf.Session() as sess:
        values = sess.run([floats, wholes, none])
    yield {"floats": values[0], "wholes": values[1], "none": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
