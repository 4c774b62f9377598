import tensorflow as tf


def trace():
    """Two calls of three floats, whole numbers and normal ones, only the global seed set."""
    tf.random.set_seed(2)
    for _ in range(2):
        floats = tf.random.uniform([3])
        wholes = tf.random.uniform([5], maxval=10, dtype=tf.int32)
        normal = tf.random.normal([3])
        yield {"floats": floats.numpy(), "wholes": wholes.numpy(), "normal": normal.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
