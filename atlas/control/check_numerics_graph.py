import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """What is a number, what is not, and what is neither."""
    x = tf.constant([1.0, float("nan"), float("inf"), 0.0])
    checked = tf.check_numerics(x[:1], "x")

    with tf.Session() as sess:
        values = sess.run([tf.is_nan(x), tf.is_finite(x), tf.is_inf(x), checked])
    yield {"nan": values[0], "finite": values[1], "infinite": values[2], "checked": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
