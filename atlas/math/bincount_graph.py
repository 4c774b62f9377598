import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """How often 0 to 4 occur, with weights too."""
    x = tf.constant([1, 4, 0, 4, 0])

    with tf.Session() as sess:
        yield {"counts": sess.run(tf.bincount(x))}
        yield {"counts": sess.run(tf.bincount(x, [0.5, 1.0, 2.0, 0.25, 0.125]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
