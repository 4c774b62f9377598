import tensorflow as tf


def trace():
    """Doubling until 100: the one variable."""
    yield {"doubled": tf.while_loop(lambda y: y < 100, lambda y: [2 * y], [tf.constant(3)])[0].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
