import tensorflow as tf


def trace():
    """Two products of 1x2 and 2x1."""
    x, y = tf.reshape(tf.range(1.0, 5.0), [2, 1, 2]), tf.reshape(tf.range(5.0, 9.0), [2, 2, 1])
    yield {"products": tf.matmul(x, y).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
