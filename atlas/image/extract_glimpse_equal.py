import tensorflow as tf


def trace():
    """A glimpse of 2x3 around a point right of the middle of a 4x6 image, and one as TF1 places it."""
    image = tf.reshape(tf.range(24.0), [1, 4, 6, 1])
    glimpse = tf.compat.v1.image.extract_glimpse
    centred = glimpse(image, [2, 3], [[0.0, 0.5]])
    corner = glimpse(image, [2, 3], [[1.0, 2.0]], centered=False, normalized=False)
    yield {"centred": tf.reshape(centred, [2, 3]).numpy(), "corner": tf.reshape(corner, [2, 3]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
