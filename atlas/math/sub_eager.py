import tensorflow as tf


def trace():
    """A difference under its name of 0.x."""
    x, y = tf.constant([1.5, -2.0]), tf.constant([3.0, 0.1])
    yield {"y": tf.subtract(x, y).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
