import tensorflow as tf


def trace():
    """The last of the running sums of a million tenths."""
    x = tf.fill([1000000], 0.1)
    yield {"y": tf.cumsum(x)[-1].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
