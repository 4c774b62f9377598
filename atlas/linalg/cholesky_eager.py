import tensorflow as tf


def trace():
    """The lower factor of a symmetric 3x3 matrix, and the solution of a system with it."""
    factor = tf.linalg.cholesky(tf.constant([[7.3, -2.5, 1.1], [-2.5, 4.7, 0.3], [1.1, 0.3, 2.9]]))
    solution = tf.linalg.cholesky_solve(factor, tf.constant([[1.0], [2.0], [3.0]]))
    yield {"factor": factor.numpy(), "solution": solution.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
