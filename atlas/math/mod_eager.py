import tensorflow as tf


def trace():
    """Remainders of -7 and 7 by 2 and -2, of floats by 0.1 and by infinity, and the one that C takes."""
    x, y = tf.constant([-7, 7, -7, 7]), tf.constant([2, 2, -2, -2])
    far = float("inf")
    floats = tf.math.mod(tf.constant([-7.0, 1.0, -7.0, 5.0]), tf.constant([2.0, 0.1, -2.0, far]))

    yield {"remainder": tf.math.mod(x, y).numpy()}
    yield {"remainder": floats.numpy()}
    yield {"remainder": tf.truncatemod(x, y).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
