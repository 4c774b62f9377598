import tensorflow as tf


def trace():
    """Signs of -2, 0, -0, NaN and infinity."""
    x = tf.constant([-2.0, 0.0, -0.0, float("nan"), float("inf")])
    yield {"y": tf.sign(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
