import tensorflow as tf


def trace():
    """Logarithms of 1 + x around 0, and of larger numbers."""
    x = tf.constant([-1.0, -0.5, -1e-4, 1e-10, 0.13, 1.74, 17.7])
    yield {"y": tf.math.log1p(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
