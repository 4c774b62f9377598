import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Ten times 0.1."""
    tenths = tf.accumulate_n([tf.constant([0.1])] * 10)

    with tf.Session() as sess:
        yield {"tenths": sess.run(tenths)}


if __name__ == "__main__":
    for record in trace():
        print(record)
