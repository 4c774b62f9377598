import tensorflow as tf


def trace():
    """Lengths of rows, their sums of absolutes and maxima; the gradient of the length is NaN at zero."""
    x = tf.constant([[3.0, -4.0], [0.0, 0.0]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        length = tf.norm(x, axis=1)
    yield {
        "length": length.numpy(),
        "gradient": tape.gradient(length, x).numpy(),
        "sums": tf.norm(x, 1, 1).numpy(),
        "whole": tf.norm(x, "euclidean").numpy(),
        "maxima": tf.norm(x, float("inf"), 1).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
