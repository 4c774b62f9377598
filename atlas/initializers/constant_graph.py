import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 2x3 matrix of 2.5, and of the default value."""
    given = tf.constant_initializer(2.5)([2, 3])
    default = tf.constant_initializer()([2])
    with tf.Session() as sess:
        yield {"given": sess.run(given), "default": sess.run(default)}


if __name__ == "__main__":
    for record in trace():
        print(record)
