import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two matrices side by side and one above the other."""
    x, y = tf.constant([[1, 2], [3, 4]]), tf.constant([[5, 6], [7, 8]])

    with tf.Session() as sess:
        values = sess.run([tf.concat([x, y], 1), tf.concat([x, y], 0)])
    yield {"beside": values[0], "above": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
