import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A difference under its name of 0.x."""
    x, y = tf.constant([1.5, -2.0]), tf.constant([3.0, 0.1])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.sub(x, y))}


if __name__ == "__main__":
    for record in trace():
        print(record)
