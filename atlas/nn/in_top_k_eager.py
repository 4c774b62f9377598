import tensorflow as tf


def trace():
    """The last of four ties, the smaller of two, and a NaN, each asked for the first place."""
    nan = float("nan")
    predictions = tf.constant([[3.0, 3.0, 3.0, 3.0], [1.0, 2.0, 0.0, 0.0], [nan, 2.0, 0.0, 0.0]])
    yield {"within": tf.math.in_top_k(tf.constant([3, 0, 1]), predictions, 1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
