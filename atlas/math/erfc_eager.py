import tensorflow as tf


def trace():
    """What the error function leaves to 1, in both tails and the middle."""
    x = tf.constant([-9.3, -1.87, -1e-4, 0.13, 1.63, 3.9, 6.76, 12.0])
    yield {"y": tf.math.erfc(x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
