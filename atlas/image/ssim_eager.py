import tensorflow as tf


def trace():
    """SSIM of two 12x12 images, of an image with itself, and of uint8."""
    first = tf.reshape(tf.cos(tf.range(144.0)), [12, 12, 1]) / 2 + 0.5
    second = 0.9 * first + 0.02 * tf.reshape(tf.sin(tf.range(144.0)), [12, 12, 1])
    pixels = [tf.cast(255 * image, tf.uint8) for image in (first, second)]

    yield {"ssim": tf.image.ssim(first, second, 1.0).numpy()}
    yield {"ssim": tf.image.ssim(first, first, 1.0).numpy()}
    yield {"ssim": tf.image.ssim(*pixels, 255).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
