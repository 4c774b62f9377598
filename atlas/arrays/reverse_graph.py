import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The columns in reverse, and both axes."""
    x = tf.reshape(tf.range(6), [2, 3])

    with tf.Session() as sess:
        values = sess.run([tf.reverse(x, [1]), tf.reverse(x, [0, 1])])
    yield {"columns": values[0], "both": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
