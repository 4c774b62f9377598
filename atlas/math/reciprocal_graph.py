import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Inverses of 0, 3, 7.3, 1e-39 and infinity."""
    x = tf.constant([0.0, 3.0, 7.3, 1e-39, float("inf")])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.reciprocal(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
