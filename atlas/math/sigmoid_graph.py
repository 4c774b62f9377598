import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients in the tails and the middle."""
    x = tf.constant([-100.0, -20.0, -12.33, -3.7, 0.13, 1.63, 6.76, 100.0])
    y = tf.sigmoid(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
