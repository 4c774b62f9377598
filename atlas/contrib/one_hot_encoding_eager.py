import tensorflow as tf


def trace():
    """Three labels of three classes."""
    labels = [1, 0, 2]
    y = tf.one_hot(labels, 3)
    yield {"y": y.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
