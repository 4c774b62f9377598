import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """SAME padding with stride 2, on 5x5 (padded on both sides) and on 4x4 (padded at the end only)."""
    kernel = tf.reshape(tf.constant([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]), [3, 3, 1, 1])
    odd = tf.nn.conv2d(tf.reshape(tf.range(25.0) / 7, [1, 5, 5, 1]), kernel, [1, 2, 2, 1], "SAME")
    even = tf.nn.conv2d(tf.reshape(tf.range(16.0) / 7, [1, 4, 4, 1]), kernel, [1, 2, 2, 1], "SAME")

    with tf.Session() as sess:
        values = sess.run([tf.reshape(odd, [3, 3]), tf.reshape(even, [2, 2])])
    yield {"odd": values[0], "even": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
