import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Lengths of rows, their sums of absolutes and maxima; the gradient of the length is NaN at zero."""
    x = tf.constant([[3.0, -4.0], [0.0, 0.0]])
    length = tf.norm(x, axis=1)
    other = [tf.norm(x, 1, 1), tf.norm(x, "euclidean"), tf.norm(x, float("inf"), 1)]

    with tf.Session() as sess:
        values = sess.run([length, tf.gradients(length, x)[0]] + other)
    yield {"length": values[0], "gradient": values[1], "sums": values[2], "whole": values[3], "maxima": values[4]}


if __name__ == "__main__":
    for record in trace():
        print(record)
