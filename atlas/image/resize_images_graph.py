import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A uint8 image of 2x3 to its own size, and to 3x2."""
    image = tf.constant([[[10], [20], [30]], [[60], [90], [250]]], tf.uint8)
    same = tf.image.resize_images(image, [2, 3])
    other = tf.image.resize_images(image, [3, 2])

    with tf.Session() as sess:
        values = sess.run([same, other])
    yield {"same": values[0].ravel(), "other": values[1].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
