import tensorflow as tf


def trace():
    """Gamma 0.5 on uint8."""
    x = tf.constant([[[0, 100, 250]]], tf.uint8)
    yield {"y": tf.image.adjust_gamma(x, 0.5).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
