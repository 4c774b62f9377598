import tensorflow as tf


def trace():
    """Mean and variance of eight numbers near 1000, where the variance is most of the rounding, and of float16."""
    big = tf.constant([1000.1, 1000.2, 1000.3, 1000.4, 1000.5, 1000.6, 1000.7, 1000.8])
    mean, variance = tf.nn.moments(big, [0])
    half_mean, half_variance = tf.nn.moments(tf.constant([1, 2, 4], tf.float16), [0])
    yield {
        "mean": mean.numpy(),
        "variance": variance.numpy(),
        "half_mean": half_mean.numpy(),
        "half_variance": half_variance.numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
