import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Running products and gradients of a row without a zero and of one that begins with it."""
    x = tf.constant([[2.0, 3.0, 4.0], [0.0, 2.0, 3.0]])
    y = tf.cumprod(x, 1)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
