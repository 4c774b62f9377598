import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Mean and variance of eight numbers near 1000, where the variance is most of the rounding, and of float16."""
    big = tf.constant([1000.1, 1000.2, 1000.3, 1000.4, 1000.5, 1000.6, 1000.7, 1000.8])
    mean, variance = tf.nn.moments(big, [0])
    half_mean, half_variance = tf.nn.moments(tf.constant([1, 2, 4], tf.float16), [0])

    with tf.Session() as sess:
        values = sess.run([mean, variance, half_mean, half_variance])
    yield {"mean": values[0], "variance": values[1], "half_mean": values[2], "half_variance": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
