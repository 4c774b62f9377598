import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One truth for each of two rows, and the gradient through a logarithm that is not chosen."""
    rows = tf.where(tf.constant([True, False]), tf.ones([2, 2]), tf.zeros([2, 2]))
    x = tf.constant([0.0, 1.0])
    safe = tf.where(x > 0, tf.log(x), tf.zeros([2]))

    with tf.Session() as sess:
        values = sess.run([rows, safe, tf.gradients(safe, x)[0]])
    yield {"rows": values[0], "safe": values[1], "gradient": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
