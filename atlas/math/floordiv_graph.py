import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """-7, 7, -7, 7 by 2, 2, -2, -2, and 1 by 0.1, whose quotient in floats is 10 and remainder not 0."""
    x, y = tf.constant([-7.0, 7.0, -7.0, 7.0, 1.0]), tf.constant([2.0, 2.0, -2.0, -2.0, 0.1])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.floordiv(x, y))}


if __name__ == "__main__":
    for record in trace():
        print(record)
