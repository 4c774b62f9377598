import tensorflow as tf


def trace():
    """The remainders that C takes: the sign is the dividend's."""
    x, y = tf.constant([-7, 7, -7, 7]), tf.constant([2, 2, -2, -2])
    yield {"y": tf.truncatemod(x, y).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
