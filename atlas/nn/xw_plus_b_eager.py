import tensorflow as tf


def trace():
    """Two rows through three weights and a bias."""
    x = tf.constant([[0.1, 0.2, 0.3], [1.0, -2.0, 3.0]])
    y = tf.matmul(x, tf.constant([[0.7, -0.1], [0.3, 0.9], [-0.6, 0.4]])) + tf.constant([0.1, -0.2])
    yield {"y": y.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
