import tensorflow as tf


def trace():
    """Patches of 2x2 of a 3x3 image, stride 2, SAME padding."""
    image = tf.reshape(tf.range(1.0, 10.0), [1, 3, 3, 1])
    patches = tf.image.extract_patches(image, [1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], "SAME")
    yield {"patches": tf.reshape(patches, [4, 4]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
