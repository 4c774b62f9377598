import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two rows stacked along the first axis and along the second; the matrix unstacked along the second."""
    x, y = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
    first, second = tf.unstack(tf.stack([x, y]), axis=1)

    with tf.Session() as sess:
        values = sess.run([tf.stack([x, y]), tf.stack([x, y], axis=1), first, second])
    yield {"rows": values[0], "columns": values[1], "first": values[2], "second": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
