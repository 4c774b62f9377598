import tensorflow as tf


def trace():
    """Logarithms of the gamma function at poles, small and larger numbers."""
    x = tf.constant([-9.3, -1.0, 0.0, 0.13, 1.0, 1.63, 6.76, 1e10])
    yield {"y": tf.math.lgamma(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
