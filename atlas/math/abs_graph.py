import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients at -2, 0, -0 and NaN, the sign, and the smallest int32, which has no opposite."""
    x = tf.constant([-2.0, 0.0, -0.0, float("nan")])
    y = tf.abs(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0], tf.sign(x), tf.abs(tf.constant([-2147483648, -3]))])
    yield {"abs": values[0], "gradient": values[1], "sign": values[2], "wholes": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
