import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Logarithms of 1 + x around 0, and of larger numbers."""
    x = tf.constant([-1.0, -0.5, -1e-4, 1e-10, 0.13, 1.74, 17.7])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.log1p(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
