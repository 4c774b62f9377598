import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Sums of segments 2, 0 and 2 of three: an empty one is 0."""
    x, ids = tf.constant([1.0, 2.0, 4.0]), tf.constant([2, 0, 2])

    with tf.Session() as sess:
        yield {"sums": sess.run(tf.unsorted_segment_sum(x, ids, 3))}


if __name__ == "__main__":
    for record in trace():
        print(record)
