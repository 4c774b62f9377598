import tensorflow as tf


def trace():
    """Sines of small numbers and of large ones, whose remainder by 2 pi is most of the error."""
    x = tf.constant([-5.018, -4.018, 0.26, 1.219, 3.1415927, 4.996, 5.375, 5.452, 9.431, 1234.5, 1000000.0, 1e20])
    yield {"y": tf.sin(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
