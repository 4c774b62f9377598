import tensorflow as tf


def trace():
    """A tenth more on uint8, which stops at 255, and on floats, which go on."""
    pixels = tf.constant([[[0, 100, 250]]], tf.uint8)
    floats = tf.constant([[[0.0, 0.5, 0.95]]])
    yield {
        "pixels": tf.image.adjust_brightness(pixels, 0.1).numpy().ravel(),
        "floats": tf.image.adjust_brightness(floats, 0.1).numpy().ravel(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
