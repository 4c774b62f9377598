import tensorflow as tf


def trace():
    """Floats to uint8, which cuts instead of rounding, without and with saturating; uint8 to floats."""
    floats = tf.constant([0.0, 0.5, 0.999, 1.0])
    pixels = tf.image.convert_image_dtype(floats, tf.uint8)
    saturated = tf.image.convert_image_dtype(tf.constant([-0.5, 0.5, 2.0]), tf.uint8, saturate=True)
    back = tf.image.convert_image_dtype(pixels, tf.float32)
    yield {"pixels": pixels.numpy(), "saturated": saturated.numpy(), "back": back.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
