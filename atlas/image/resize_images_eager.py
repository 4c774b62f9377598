import tensorflow as tf


def trace():
    """A uint8 image of 2x3 to its own size, and to 3x2."""
    image = tf.constant([[[10], [20], [30]], [[60], [90], [250]]], tf.uint8)
    same = tf.image.resize(image, [2, 3])
    other = tf.image.resize(image, [3, 2])
    yield {"same": same.numpy().ravel(), "other": other.numpy().ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
