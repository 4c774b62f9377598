import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients in the tails and the middle."""
    x = tf.constant([-100.0, -20.0, -11.898, -11.825, -8.779, -4.849, -3.464, -1.946, 0.13, 6.76, 100.0])
    y = tf.sigmoid(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
