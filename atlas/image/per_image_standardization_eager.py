import tensorflow as tf


def trace():
    """Six floats, a constant image (its deviation is raised to 1/sqrt(6)), and uint8 pixels."""
    floats = tf.reshape(tf.constant([10.0, 20, 30, 60, 90, 250]), [1, 2, 3])
    pixels = tf.cast(floats, tf.uint8)
    values = [tf.image.per_image_standardization(image).numpy() for image in (floats, tf.fill([1, 2, 3], 7.0), pixels)]
    yield {"floats": values[0].ravel(), "constant": values[1].ravel(), "pixels": values[2].ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
