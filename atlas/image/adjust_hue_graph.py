import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A tenth of the circle on a blue, a grey and a mixed pixel, in uint8 and in floats."""
    pixels = tf.constant([[[0, 0, 250], [60, 60, 60], [20, 101, 220]]], tf.uint8)
    floats = tf.constant([[[0.0, 0.0, 0.95], [0.3, 0.3, 0.3], [0.1, 0.4, 0.9]]])

    with tf.Session() as sess:
        values = sess.run([tf.image.adjust_hue(pixels, 0.1), tf.image.adjust_hue(floats, 0.1)])
    yield {"pixels": values[0].ravel(), "floats": values[1].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
