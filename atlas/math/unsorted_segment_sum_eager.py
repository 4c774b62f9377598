import tensorflow as tf


def trace():
    """Sums of segments 2, 0 and 2 of three: an empty one is 0."""
    x, ids = tf.constant([1.0, 2.0, 4.0]), tf.constant([2, 0, 2])
    yield {"sums": tf.math.unsorted_segment_sum(x, ids, 3).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
