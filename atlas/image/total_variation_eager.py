import tensorflow as tf


def trace():
    """Of a 3x3 image."""
    x = tf.reshape(tf.cos(tf.range(9.0)), [3, 3, 1])
    yield {"y": tf.image.total_variation(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
