import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """What the error function leaves to 1, in both tails and the middle."""
    x = tf.constant([-9.3, -0.0001, 0.13, 1.219, 4.996, 8.704, 9.006, 9.205, 9.214, 9.222, 12.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.erfc(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
