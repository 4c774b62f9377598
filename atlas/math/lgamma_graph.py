import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Logarithms of the gamma function at poles, small and larger numbers."""
    x = tf.constant([-9.3, -1.0, 0.0, 0.13, 1.0, 1.63, 6.76, 1e10])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.lgamma(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
