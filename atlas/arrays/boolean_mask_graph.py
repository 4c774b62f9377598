import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Rows, single elements and nothing of a 3x2 matrix."""
    x = tf.reshape(tf.range(6.0), [3, 2])
    rows = tf.boolean_mask(x, tf.constant([True, False, True]))
    elements = tf.boolean_mask(x, x > 2.5)
    nothing = tf.boolean_mask(x, tf.constant([False, False, False]))

    with tf.Session() as sess:
        values = sess.run([rows, elements, nothing])
    yield {"rows": values[0], "elements": values[1], "nothing": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
