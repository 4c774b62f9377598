import tensorflow as tf


def trace():
    """Whole numbers that no float32 can hold, and ones that it can."""
    x = tf.constant([16777217, -3, 2147483647])
    yield {"y": tf.cast(x, tf.float32).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
