import tensorflow as tf


def trace():
    """Lengths 1, 0 and 3 of at most three."""
    x = tf.constant([1, 0, 3])
    yield {"y": tf.sequence_mask(x, 3).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
