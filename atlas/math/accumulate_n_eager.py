import tensorflow as tf


def trace():
    """Ten times 0.1."""
    yield {"tenths": tf.math.accumulate_n([tf.constant([0.1])] * 10).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
