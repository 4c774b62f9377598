import tensorflow as tf


def trace():
    """A diagonal, the one of a 2x3 matrix, the lower triangle and the trace."""
    matrix = tf.reshape(tf.range(1.0, 7.0), [2, 3])
    yield {
        "diagonal": tf.linalg.diag([1.0, 2.0]).numpy(),
        "part": tf.linalg.diag_part(matrix).numpy(),
        "lower": tf.linalg.band_part(matrix, -1, 0).numpy(),
        "trace": tf.linalg.trace(matrix).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
