import tensorflow as tf


def trace():
    """Four numbers whose sum depends on the order: 1e8, 1, -1e8 and 0.1, and ten times 0.1."""
    large = tf.add_n([tf.constant([value]) for value in (1e8, 1.0, -1e8, 0.1)])
    tenths = tf.add_n([tf.constant([0.1])] * 10)
    yield {"large": large.numpy(), "tenths": tenths.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
