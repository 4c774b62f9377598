import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Running sums, exclusive and in reverse, with a NaN on the way, and the gradient of the sums of squares."""
    x = tf.constant([0.1, 0.2, 0.7, 1e8, -1e8, 0.3])
    y = tf.cumsum(x)
    behind = tf.cumsum(tf.constant([1.0, float("nan"), 2.0]), exclusive=True, reverse=True)

    with tf.Session() as sess:
        values = sess.run([y, behind, tf.gradients(tf.square(tf.cumsum(x[:3])), x)[0]])
    yield {"y": values[0], "behind": values[1], "gradient": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
