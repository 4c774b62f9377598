import tensorflow as tf


def trace():
    """The share of zeros among floats with -0 and NaN, among whole numbers, and among none."""
    floats = tf.math.zero_fraction(tf.constant([0.0, -0.0, float("nan"), 1.0, 1e-30]))
    wholes = tf.math.zero_fraction(tf.constant([0, 1, 0, 3]))
    none = tf.math.zero_fraction(tf.zeros([0]))
    yield {"floats": floats.numpy(), "wholes": wholes.numpy(), "none": none.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
