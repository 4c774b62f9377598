import tensorflow as tf


def trace():
    """Inverse and determinant of a 3x3 matrix, and the solution of a system."""
    matrix = tf.constant([[1.3, 2.1, -0.7], [3.2, -4.4, 0.9], [0.5, 6.1, 2.2]])
    solution = tf.linalg.solve(matrix, tf.constant([[1.0], [2.0], [3.0]]))
    yield {
        "inverse": tf.linalg.inv(matrix).numpy(),
        "determinant": tf.linalg.det(matrix).numpy(),
        "solution": solution.numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
