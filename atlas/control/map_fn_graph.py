import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Squares of three numbers, floats made whole, running sums by scan, and a fold."""
    x = tf.constant([1.4, 2.5, 3.6])
    squares = tf.map_fn(lambda y: y * y, x)
    wholes = tf.map_fn(lambda y: tf.cast(y, tf.int32), x, dtype=tf.int32)
    sums = tf.scan(lambda total, y: total + y, x, initializer=tf.constant(10.0))
    fold = tf.foldl(lambda total, y: 2 * total + y, x)

    with tf.Session() as sess:
        values = sess.run([squares, wholes, sums, fold])
    yield {"squares": values[0], "wholes": values[1], "sums": values[2], "fold": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
