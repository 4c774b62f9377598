import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two rows packed into a matrix."""
    x, y = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.pack([x, y]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
