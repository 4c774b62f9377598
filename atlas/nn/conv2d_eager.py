import tensorflow as tf


def trace():
    """SAME padding with stride 2, on 5x5 (padded on both sides) and on 4x4 (padded at the end only)."""
    kernel = tf.reshape(tf.constant([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]), [3, 3, 1, 1])
    odd = tf.nn.conv2d(tf.reshape(tf.range(25.0) / 7, [1, 5, 5, 1]), kernel, 2, "SAME")
    even = tf.nn.conv2d(tf.reshape(tf.range(16.0) / 7, [1, 4, 4, 1]), kernel, 2, "SAME")
    yield {"odd": tf.reshape(odd, [3, 3]).numpy(), "even": tf.reshape(even, [2, 2]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
