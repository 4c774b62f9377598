import tensorflow as tf


def trace():
    """A 3x3 image, windows of 2x2 with SAME padding: padding does not count in the average."""
    image = tf.reshape(tf.range(1.0, 10.0), [1, 3, 3, 1])
    pooled = tf.nn.avg_pool2d(image, 2, 2, "SAME")
    yield {"pooled": tf.reshape(pooled, [2, 2]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
