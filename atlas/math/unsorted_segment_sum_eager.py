import tensorflow as tf


def trace():
    """Segments 2, 0 and 2 of three: an empty one is 0, of maxima the lowest float; then with -1, which is dropped."""
    x, ids = tf.constant([1.0, 2.0, 4.0]), tf.constant([2, 0, 2])
    yield {"sums": tf.math.unsorted_segment_sum(x, ids, 3).numpy()}
    yield {"sums": tf.math.unsorted_segment_max(x, ids, 3).numpy()}
    yield {"sums": tf.math.unsorted_segment_sum(x, tf.constant([2, -1, 2]), 3).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
