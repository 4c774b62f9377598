import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients at -2, 0, -0 and NaN."""
    x = tf.constant([-2.0, 0.0, -0.0, float("nan")])
    y = tf.abs(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
