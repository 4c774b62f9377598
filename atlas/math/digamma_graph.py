import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Derivatives of the logarithm of the gamma function."""
    x = tf.constant([-9.3, -1.87, 0.13, 1.0, 1.63, 6.76, 1e10])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.digamma(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
