import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Six floats, a constant image (its deviation is raised to 1/sqrt(6)), and uint8 pixels."""
    floats = tf.reshape(tf.constant([10.0, 20, 30, 60, 90, 250]), [1, 2, 3])
    pixels = tf.cast(floats, tf.uint8)
    images = [floats, tf.fill([1, 2, 3], 7.0), pixels]

    with tf.Session() as sess:
        values = sess.run([tf.image.per_image_standardization(image) for image in images])
    yield {"floats": values[0].ravel(), "constant": values[1].ravel(), "pixels": values[2].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
