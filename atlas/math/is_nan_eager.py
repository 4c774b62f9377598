import tensorflow as tf


def trace():
    """Of 1, NaN, infinity and 0."""
    x = tf.constant([1.0, float("nan"), float("inf"), 0.0])
    yield {"y": tf.math.is_nan(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
