import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients where a plain sum of exponentials would overflow, and of minus infinities."""
    low = float("-inf")
    x = tf.constant([[1000.0, 1000.0], [-1000.0, 0.0], [low, 1.0], [low, low]])
    y = tf.reduce_logsumexp(x, 1)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
