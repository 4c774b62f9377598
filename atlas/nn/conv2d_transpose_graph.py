import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 2x2 image to 3x3 and to 4x4 with stride 2 and SAME padding: both sizes come from the same input."""
    image = tf.reshape(tf.constant([1.0, 2.0, 3.0, 4.0]), [1, 2, 2, 1])
    kernel = tf.reshape(tf.constant([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]), [3, 3, 1, 1])
    odd = tf.nn.conv2d_transpose(image, kernel, [1, 3, 3, 1], [1, 2, 2, 1])
    even = tf.nn.conv2d_transpose(image, kernel, [1, 4, 4, 1], [1, 2, 2, 1])

    with tf.Session() as sess:
        values = sess.run([tf.reshape(odd, [3, 3]), tf.reshape(even, [4, 4])])
    yield {"odd": values[0], "even": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
