import tensorflow as tf


def trace():
    """Opposites under their name of 0.x."""
    x = tf.constant([1.5, -2.0, 0.0])
    yield {"y": tf.negative(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
