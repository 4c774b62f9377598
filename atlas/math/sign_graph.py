import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Signs of -2, 0, -0, NaN and infinity."""
    x = tf.constant([-2.0, 0.0, -0.0, float("nan"), float("inf")])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.sign(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
