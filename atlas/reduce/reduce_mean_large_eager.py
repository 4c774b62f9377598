import tensorflow as tf


def trace():
    """The mean of a million tenths."""
    x = tf.fill([1000000], 0.1)
    yield {"y": tf.reduce_mean(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
