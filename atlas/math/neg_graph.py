import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Opposites under their name of 0.x."""
    x = tf.constant([1.5, -2.0, 0.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.neg(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
