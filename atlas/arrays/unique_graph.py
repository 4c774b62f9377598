import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Distinct numbers in the order of first appearance, their places and counts; NaNs are all distinct."""
    values, places, counts = tf.unique_with_counts(tf.constant([3.0, 1.0, 3.0, 2.0, 1.0]))
    nans = tf.unique(tf.constant([float("nan"), 1.0, float("nan")]))[1]

    with tf.Session() as sess:
        found = sess.run([values, places, counts, nans])
    yield {"values": found[0], "places": found[1], "counts": found[2], "nans": found[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
