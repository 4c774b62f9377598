import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Halves go to the even number; -0.5, 2.4999 and whole numbers; rint beside it."""
    x = tf.constant([0.5, 1.5, 2.5, -0.5, -2.5, 2.4999])

    with tf.Session() as sess:
        values = sess.run([tf.round(x), tf.rint(x), tf.round(tf.constant([3, -4]))])
    yield {"round": values[0], "rint": values[1], "wholes": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
