import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Lengths 1, 0 and 3 of at most three."""
    x = tf.constant([1, 0, 3])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.sequence_mask(x, 3))}


if __name__ == "__main__":
    for record in trace():
        print(record)
