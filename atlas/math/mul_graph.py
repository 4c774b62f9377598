import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A product, a difference and an opposite under the names of 0.x."""
    x, y = tf.constant([1.5, -2.0]), tf.constant([3.0, 0.1])

    with tf.Session() as sess:
        values = sess.run([tf.mul(x, y), tf.sub(x, y), tf.neg(x)])
    yield {"product": values[0], "difference": values[1], "opposite": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
