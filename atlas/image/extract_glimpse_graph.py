import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A glimpse of 2x3 around a point of a 4x6 image, and one at a pixel that is counted from the corner."""
    image = tf.reshape(tf.range(24.0), [1, 4, 6, 1])
    centred = tf.image.extract_glimpse(image, [2, 3], [[0.0, 0.5]])
    corner = tf.image.extract_glimpse(image, [2, 3], [[1.0, 2.0]], centered=False, normalized=False)

    with tf.Session() as sess:
        values = sess.run([tf.reshape(centred, [2, 3]), tf.reshape(corner, [2, 3])])
    yield {"centred": values[0], "corner": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
