import tensorflow as tf


def trace():
    """Floats cut towards zero, and what lies outside."""
    x = tf.constant([-1.5, 2.999, 1e20, float("nan")])
    yield {"y": tf.cast(x, tf.int64).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
