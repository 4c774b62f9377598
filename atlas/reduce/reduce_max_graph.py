import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Maximum and gradient of rows with ties, with a NaN and of nothing else; the minimum beside them."""
    nan = float("nan")
    x = tf.constant([[3.0, 1.0, 3.0], [nan, 1.0, 2.0], [1.0, nan, 0.0], [nan, nan, nan]])
    maxima = tf.reduce_max(x, 1)

    with tf.Session() as sess:
        values = sess.run([maxima, tf.gradients(maxima, x)[0], tf.reduce_min(x, 1)])
    yield {"maxima": values[0], "gradient": values[1], "minima": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
