import tensorflow as tf


def trace():
    """Two calls of three floats and of five whole numbers below 10, with seed 1 under global seed 2."""
    tf.random.set_seed(2)
    for _ in range(2):
        floats = tf.random.uniform([3], seed=1)
        wholes = tf.random.uniform([5], maxval=10, dtype=tf.int32, seed=1)
        yield {"floats": floats.numpy(), "wholes": wholes.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
