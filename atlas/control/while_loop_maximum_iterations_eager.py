import tensorflow as tf


def trace():
    """Doubling that is stopped after four steps."""
    start = (tf.constant(0), tf.constant(1.1))
    more, double = lambda n, _: n < 100, lambda n, y: (n + 1, 2 * y)
    yield {"y": tf.while_loop(more, double, start, maximum_iterations=4)[1].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
