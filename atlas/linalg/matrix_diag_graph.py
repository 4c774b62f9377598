import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A diagonal, the one of a 2x3 matrix, the lower triangle and the trace."""
    matrix = tf.reshape(tf.range(1.0, 7.0), [2, 3])
    diagonal, lower = tf.matrix_diag([1.0, 2.0]), tf.matrix_band_part(matrix, -1, 0)

    with tf.Session() as sess:
        values = sess.run([diagonal, tf.matrix_diag_part(matrix), lower, tf.trace(matrix)])
    yield {"diagonal": values[0], "part": values[1], "lower": values[2], "trace": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
