import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Sums of segments 2, -1 and 2 of three: the negative one is dropped."""
    x = tf.constant([1.0, 2.0, 4.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.unsorted_segment_sum(x, tf.constant([2, -1, 2]), 3))}


if __name__ == "__main__":
    for record in trace():
        print(record)
