import tensorflow as tf


def trace():
    """Draws in either branch with seed 1 under global seed 2, two calls each."""
    tf.random.set_seed(2)
    for value in (True, False, True, False):
        which = tf.constant(value)
        drawn = tf.cond(which, lambda: tf.random.uniform([2], seed=1), lambda: tf.random.normal([2], seed=1))
        yield {"drawn": drawn.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
