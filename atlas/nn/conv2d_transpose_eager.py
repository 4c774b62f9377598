import tensorflow as tf


def trace():
    """A 2x2 image to 3x3 and to 4x4 with stride 2 and SAME padding: both sizes come from the same input."""
    image = tf.reshape(tf.constant([1.0, 2.0, 3.0, 4.0]), [1, 2, 2, 1])
    kernel = tf.reshape(tf.constant([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]), [3, 3, 1, 1])
    odd = tf.nn.conv2d_transpose(image, kernel, [1, 3, 3, 1], 2)
    even = tf.nn.conv2d_transpose(image, kernel, [1, 4, 4, 1], 2)
    yield {"odd": tf.reshape(odd, [3, 3]).numpy(), "even": tf.reshape(even, [4, 4]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
