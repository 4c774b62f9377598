import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Gamma 0.5 on floats of 0 to 1."""
    adjusted = tf.image.adjust_gamma(tf.constant([[[0.0, 0.25, 0.9]]]), 0.5)

    with tf.Session() as sess:
        yield {"adjusted": sess.run(adjusted).ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
