import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Gamma 0.5 on floats of 0 to 1, and on uint8."""
    floats = tf.image.adjust_gamma(tf.constant([[[0.0, 0.25, 0.9]]]), 0.5)

    with tf.Session() as sess:
        yield {"adjusted": sess.run(floats).ravel()}
        pixels = tf.image.adjust_gamma(tf.constant([[[0, 100, 250]]], tf.uint8), 0.5)
        yield {"adjusted": sess.run(pixels).ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
