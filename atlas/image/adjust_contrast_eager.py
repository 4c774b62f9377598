import tensorflow as tf


def trace():
    """Twice the contrast of two pixels in uint8, and in floats, which leave 0 to 1."""
    pixels = tf.constant([[[0, 100, 250], [60, 101, 20]]], tf.uint8)
    floats = tf.constant([[[0.0, 0.5, 0.95], [0.3, 0.4, 0.1]]])
    yield {
        "pixels": tf.image.adjust_contrast(pixels, 2.0).numpy().ravel(),
        "floats": tf.image.adjust_contrast(floats, 2.0).numpy().ravel(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
