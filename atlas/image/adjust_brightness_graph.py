import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A tenth more on uint8, which stops at 255, and on floats, which go on."""
    pixels = tf.constant([[[0, 100, 250]]], tf.uint8)
    floats = tf.constant([[[0.0, 0.5, 0.95]]])

    with tf.Session() as sess:
        values = sess.run([tf.image.adjust_brightness(pixels, 0.1), tf.image.adjust_brightness(floats, 0.1)])
    yield {"pixels": values[0].ravel(), "floats": values[1].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
