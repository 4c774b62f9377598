import tensorflow as tf


def trace():
    """The operators // and % on floats of both signs."""
    x, y = tf.constant([-7.0, 7.0, -6.0, 3.0]), tf.constant([2.0, -2.0, 6.0, -6.0])
    yield {"quotient": (x // y).numpy(), "remainder": (x % y).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
