import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Exponentials less 1 around 0, and of larger numbers."""
    x = tf.constant([-20.1, -8.986, -1.82, -1.66, -0.215, -0.0001, 1e-10, 0.072, 0.337, 1.219, 4.996])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.expm1(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
