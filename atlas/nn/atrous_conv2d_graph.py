import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Rate 2 with SAME padding on an odd and uneven image of 5x4."""
    image = tf.reshape(tf.range(20.0) / 7, [1, 5, 4, 1])
    kernel = tf.reshape(tf.constant([0.1, 0.2, 0.3, 0.4]), [2, 2, 1, 1])
    y = tf.nn.atrous_conv2d(image, kernel, 2, "SAME")

    with tf.Session() as sess:
        yield {"y": sess.run(tf.reshape(y, [5, 4]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
