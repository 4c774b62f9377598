import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Maxima of segments 2, 0 and 2 of three: the empty one is the lowest float."""
    x = tf.constant([1.0, 2.0, 4.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.unsorted_segment_max(x, tf.constant([2, 0, 2]), 3))}


if __name__ == "__main__":
    for record in trace():
        print(record)
