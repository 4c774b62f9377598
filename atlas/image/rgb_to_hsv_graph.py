import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A blue, a grey, a red and a mixed pixel."""
    x = tf.constant([[[0.0, 0.0, 0.5], [0.3, 0.3, 0.3], [1.0, 0.0, 0.0], [0.1, 0.7, 0.4]]])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.image.rgb_to_hsv(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
