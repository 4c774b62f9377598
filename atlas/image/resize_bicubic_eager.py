import tensorflow as tf


def trace():
    """A 4x4 image to 3x3 and to 2x2, and a row of four to eight."""
    image = tf.reshape(tf.constant([0.0, 7, 28, 1, 19, 20, 4, 2, 14, 9, 18, 10, 16, 5, 8, 25]), [1, 4, 4, 1])
    three = tf.image.resize(image, [3, 3], "bicubic")
    two = tf.image.resize(image, [2, 2], "bicubic")
    eight = tf.image.resize(image[:, :1], [1, 8], "bicubic")
    yield {"three": three.numpy().ravel(), "two": two.numpy().ravel(), "eight": eight.numpy().ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
