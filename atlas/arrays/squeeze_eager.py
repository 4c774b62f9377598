import tensorflow as tf


def trace():
    """The first of two axes of one is dropped, by the argument's old name."""
    x = tf.reshape(tf.range(3.0), [1, 3, 1])
    yield {"y": tf.squeeze(x, axis=[0]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
