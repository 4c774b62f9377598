import tensorflow as tf


def trace():
    """Derivatives of the logarithm of the gamma function."""
    x = tf.constant([-9.3, -1.87, 0.13, 1.0, 1.63, 6.76, 1e10])
    yield {"y": tf.math.digamma(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
