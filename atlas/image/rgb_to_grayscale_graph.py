import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three pixels in uint8, where the answer is cut and not rounded, and in floats."""
    pixels = tf.constant([[[255, 255, 255], [10, 200, 30], [1, 1, 2]]], tf.uint8)
    floats = tf.constant([[[1.0, 1.0, 1.0], [0.1, 0.8, 0.3], [0.0, 0.0, 0.5]]])

    with tf.Session() as sess:
        values = sess.run([tf.image.rgb_to_grayscale(pixels), tf.image.rgb_to_grayscale(floats)])
    yield {"pixels": values[0].ravel(), "floats": values[1].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
