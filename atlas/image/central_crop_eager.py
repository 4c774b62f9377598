import tensorflow as tf


def trace():
    """Half and a third of a 5x4 image."""
    image = tf.reshape(tf.range(20.0), [5, 4, 1])
    for fraction in (0.5, 0.33):
        yield {"cropped": tf.image.central_crop(image, fraction).numpy()[:, :, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
