import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The second column of a matrix."""
    x = tf.constant([[1.0, 2.0], [3.0, 4.0]])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.unstack(x, axis=1)[1])}


if __name__ == "__main__":
    for record in trace():
        print(record)
