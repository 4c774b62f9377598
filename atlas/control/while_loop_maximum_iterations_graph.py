import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Doubling that is stopped after four steps."""
    start = (tf.constant(0), tf.constant(1.1))
    more, double = lambda n, _: n < 100, lambda n, y: (n + 1, 2 * y)

    with tf.Session() as sess:
        yield {"y": sess.run(tf.while_loop(more, double, start, maximum_iterations=4)[1])}


if __name__ == "__main__":
    for record in trace():
        print(record)
