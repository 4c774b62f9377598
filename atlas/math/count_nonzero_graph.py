import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """How many of 0, -0, NaN, 1e-30 and 2 are not 0, along an axis."""
    x = tf.constant([[0.0, -0.0, float("nan")], [1e-30, 2.0, 0.0]])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.count_nonzero(x, 1))}


if __name__ == "__main__":
    for record in trace():
        print(record)
