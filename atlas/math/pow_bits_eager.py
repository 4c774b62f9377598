import tensorflow as tf


def trace():
    """Eight numbers to the power of 0.7."""
    x = tf.constant([1.963, 5.326, 9.25, 16.971, 16.977, 18.989, 24.054, 28.0])
    yield {"y": tf.pow(x, 0.7).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
