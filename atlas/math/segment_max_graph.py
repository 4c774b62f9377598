import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Segments 0, 0, 2: the one between them is empty; maxima, means, and the gradient at a tie."""
    x = tf.constant([3.0, 3.0, 2.0])
    maxima = tf.segment_max(x, tf.constant([0, 0, 2]))

    with tf.Session() as sess:
        values = sess.run([maxima, tf.segment_mean(x, tf.constant([0, 0, 2])), tf.gradients(maxima, x)[0]])
    yield {"maxima": values[0], "means": values[1], "gradient": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
