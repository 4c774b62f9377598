import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Exponentials less 1 around 0, and of larger numbers."""
    x = tf.constant([-20.1, -1.87, -1e-4, 1e-10, 0.13, 1.74, 17.7])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.expm1(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
