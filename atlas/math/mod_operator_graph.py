import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The operators // and % on floats of both signs."""
    x, y = tf.constant([-7.0, 7.0, -6.0, 3.0]), tf.constant([2.0, -2.0, 6.0, -6.0])

    with tf.Session() as sess:
        values = sess.run([x // y, x % y])
    yield {"quotient": values[0], "remainder": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
