import tensorflow as tf


def trace():
    """Logarithms of 0, a tiny number, numbers around 1, large ones and of -1."""
    x = tf.constant([-1.0, 0.0, 1e-30, 0.833, 0.891, 0.999, 1.0, 1.128, 5.326, 16.977, 18.989, 24.054, 28.0, 1e30])
    yield {"y": tf.math.log(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
