import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The lower factor of a symmetric 3x3 matrix, and the solution of a system with it."""
    factor = tf.cholesky(tf.constant([[7.3, -2.5, 1.1], [-2.5, 4.7, 0.3], [1.1, 0.3, 2.9]]))
    solution = tf.cholesky_solve(factor, tf.constant([[1.0], [2.0], [3.0]]))

    with tf.Session() as sess:
        values = sess.run([factor, solution])
    yield {"factor": values[0], "solution": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
