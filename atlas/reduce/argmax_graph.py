import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The place of the maximum among ties, behind a NaN, before one, and where nothing else is; the minimum's place."""
    nan = float("nan")
    x = tf.constant([[1.0, 3.0, 3.0], [nan, 1.0, 2.0], [3.0, nan, 1.0], [nan, nan, nan]])

    with tf.Session() as sess:
        values = sess.run([tf.argmax(x, 1), tf.argmin(x, 1)])
    yield {"argmax": values[0], "argmin": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
