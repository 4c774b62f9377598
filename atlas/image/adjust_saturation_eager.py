import tensorflow as tf


def trace():
    """Half as much again on a blue, a grey and a mixed pixel, in uint8 and in floats."""
    pixels = tf.constant([[[0, 0, 250], [60, 60, 60], [120, 101, 220]]], tf.uint8)
    floats = tf.constant([[[0.0, 0.0, 0.95], [0.3, 0.3, 0.3], [0.5, 0.4, 0.9]]])
    yield {
        "pixels": tf.image.adjust_saturation(pixels, 1.5).numpy().ravel(),
        "floats": tf.image.adjust_saturation(floats, 1.5).numpy().ravel(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
