import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Maxima of segments 0, 0 and 1, and the gradient, which a tie shares."""
    x = tf.constant([3.0, 3.0, 2.0])
    maxima = tf.segment_max(x, tf.constant([0, 0, 1]))

    with tf.Session() as sess:
        values = sess.run([maxima, tf.gradients(maxima, x)[0]])
    yield {"maxima": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
