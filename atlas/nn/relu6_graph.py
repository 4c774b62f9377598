import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients at the kinks 0 and 6, beside them, and at NaN."""
    x = tf.constant([-1.0, 0.0, 3.0, 6.0, 7.0, float("nan")])
    y = tf.nn.relu6(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
