import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One truth for each of two rows."""
    rows = tf.select(tf.constant([True, False]), tf.ones([2, 2]), tf.zeros([2, 2]))

    with tf.Session() as sess:
        yield {"rows": sess.run(rows)}


if __name__ == "__main__":
    for record in trace():
        print(record)
