import tensorflow as tf


def trace():
    """Logarithms of 1 + x around 0, and of larger numbers."""
    x = tf.constant([-1.0, -0.5, -0.0001, 1e-10, 0.55, 1.636, 1.647, 5.798, 18.989, 21.314, 24.054, 28.0])
    yield {"y": tf.math.log1p(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
