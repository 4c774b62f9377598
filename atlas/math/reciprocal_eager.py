import tensorflow as tf


def trace():
    """Inverses of 0, 3, 7.3, 1e-39 and infinity."""
    x = tf.constant([0.0, 3.0, 7.3, 1e-39, float("inf")])
    yield {"y": tf.math.reciprocal(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
