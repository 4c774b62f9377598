import tensorflow as tf


def trace():
    """Tangents of small numbers, at the pole and of large ones."""
    x = tf.constant([-1.86, 0.13, 1.5707964, 3.1415927, 6.76, 1234.5])
    yield {"y": tf.tan(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
