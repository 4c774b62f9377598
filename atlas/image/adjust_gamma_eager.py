import tensorflow as tf


def trace():
    """Gamma 0.5 on floats of 0 to 1, and on uint8."""
    yield {"adjusted": tf.image.adjust_gamma(tf.constant([[[0.0, 0.25, 0.9]]]), 0.5).numpy().ravel()}
    yield {"adjusted": tf.image.adjust_gamma(tf.constant([[[0, 100, 250]]], tf.uint8), 0.5).numpy().ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
