import tensorflow as tf


def trace():
    """Output, mean and variance of four values of one channel."""
    x = tf.reshape(tf.constant([1.0, 2.0, 3.0, 5.0]), [4, 1, 1, 1])
    mean, variance = tf.nn.moments(x, [0, 1, 2])
    y = tf.nn.batch_normalization(x, mean, variance, 0.0, 1.0, 0.001)
    yield {"y": tf.reshape(y, [4]).numpy(), "mean": mean.numpy(), "variance": variance.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
