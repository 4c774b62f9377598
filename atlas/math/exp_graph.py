import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Exponentials and logarithms, and the ones near 1, of seven numbers each."""
    x = tf.constant([-20.1, -1.87, -1e-4, 0.13, 1.74, 6.76, 17.7])
    y = tf.abs(x)

    with tf.Session() as sess:
        values = sess.run([tf.exp(x), tf.log(y), tf.expm1(x), tf.log1p(y)])
    yield {"exp": values[0], "log": values[1], "expm1": values[2], "log1p": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
