import tensorflow as tf


def trace():
    """Four columns in two halves, and in parts of one and three."""
    x = tf.reshape(tf.range(8), [2, 4])
    left, right = tf.split(x, 2, 1)
    one, three = tf.split(x, [1, 3], 1)
    yield {"left": left.numpy(), "right": right.numpy(), "one": one.numpy(), "three": three.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
