import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Twice the contrast of two pixels in uint8, and in floats, which leave 0 to 1."""
    pixels = tf.constant([[[0, 100, 250], [60, 101, 20]]], tf.uint8)
    floats = tf.constant([[[0.0, 0.5, 0.95], [0.3, 0.4, 0.1]]])

    with tf.Session() as sess:
        values = sess.run([tf.image.adjust_contrast(pixels, 2.0), tf.image.adjust_contrast(floats, 2.0)])
    yield {"pixels": values[0].ravel(), "floats": values[1].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
