import tensorflow as tf


def trace():
    """What comes out of printing 1 and 2."""
    x = tf.constant([1.0, 2.0])
    printed = tf.print("x is", x)
    yield {"printed": str(printed)}


if __name__ == "__main__":
    for record in trace():
        print(record)
