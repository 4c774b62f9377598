import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Inverse and determinant of a 3x3 matrix, and the solution of a system."""
    matrix = tf.constant([[1.3, 2.1, -0.7], [3.2, -4.4, 0.9], [0.5, 6.1, 2.2]])
    solution = tf.matrix_solve(matrix, tf.constant([[1.0], [2.0], [3.0]]))

    with tf.Session() as sess:
        values = sess.run([tf.matrix_inverse(matrix), tf.matrix_determinant(matrix), solution])
    yield {"inverse": values[0], "determinant": values[1], "solution": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
