import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Products and gradients of rows without a zero, with one and with two."""
    x = tf.constant([[2.0, 3.0, 4.0], [0.0, 2.0, 3.0], [0.0, 0.0, 3.0]])
    product = tf.reduce_prod(x, 1)

    with tf.Session() as sess:
        values = sess.run([product, tf.gradients(product, x)[0]])
    yield {"product": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
