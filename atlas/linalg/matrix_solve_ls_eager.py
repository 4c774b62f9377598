import tensorflow as tf


def trace():
    """A line through four points by least squares, plainly and with a penalty."""
    matrix = tf.constant([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
    points = tf.constant([[0.1], [0.9], [2.2], [2.8]])
    plain = tf.linalg.lstsq(matrix, points)
    penalised = tf.linalg.lstsq(matrix, points, l2_regularizer=0.5)
    yield {"plain": plain.numpy(), "penalised": penalised.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
