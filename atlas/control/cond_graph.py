import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The square of 3 and the double of -3, with gradients: the branch that is not taken gives none."""
    with tf.Session() as sess:
        for value in (3.0, -3.0):
            x = tf.constant(value)
            y = tf.cond(x > 0, lambda x=x: x * x, lambda x=x: 2 * x)
            values = sess.run([y, tf.gradients(y, x)[0]])
            yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
