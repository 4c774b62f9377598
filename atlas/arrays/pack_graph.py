import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two rows packed into a matrix, along the first axis and along the second; the matrix unpacked again."""
    x, y = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
    first, second = tf.unpack(tf.pack([x, y]))

    with tf.Session() as sess:
        values = sess.run([tf.pack([x, y]), tf.pack([x, y], axis=1), first, second])
    yield {"rows": values[0], "columns": values[1], "first": values[2], "second": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
