import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The error function, what is left of it, and the gamma functions, of seven numbers."""
    x = tf.constant([-9.3, -1.87, -1e-4, 0.13, 1.63, 3.9, 6.76])

    with tf.Session() as sess:
        values = sess.run([tf.erf(x), tf.erfc(x), tf.lgamma(x), tf.digamma(x)])
    yield {"erf": values[0], "erfc": values[1], "lgamma": values[2], "digamma": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
