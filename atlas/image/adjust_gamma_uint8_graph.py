import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Gamma 0.5 on uint8."""
    x = tf.constant([[[0, 100, 250]]], tf.uint8)

    with tf.Session() as sess:
        yield {"y": sess.run(tf.image.adjust_gamma(x, 0.5))}


if __name__ == "__main__":
    for record in trace():
        print(record)
