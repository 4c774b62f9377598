import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The last of four ties, the smaller of two, and a NaN, each asked for the first place."""
    nan = float("nan")
    predictions = tf.constant([[3.0, 3.0, 3.0, 3.0], [1.0, 2.0, 0.0, 0.0], [nan, 2.0, 0.0, 0.0]])
    within = tf.nn.in_top_k(predictions, tf.constant([3, 0, 1]), 1)

    with tf.Session() as sess:
        yield {"within": sess.run(within)}


if __name__ == "__main__":
    for record in trace():
        print(record)
