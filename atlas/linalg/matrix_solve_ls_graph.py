import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A line through four points by least squares, plainly and with a penalty."""
    matrix = tf.constant([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
    points = tf.constant([[0.1], [0.9], [2.2], [2.8]])
    plain = tf.matrix_solve_ls(matrix, points)
    penalised = tf.matrix_solve_ls(matrix, points, l2_regularizer=0.5)

    with tf.Session() as sess:
        values = sess.run([plain, penalised])
    yield {"plain": values[0], "penalised": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
