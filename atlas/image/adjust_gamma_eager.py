import tensorflow as tf


def trace():
    """Gamma 0.5 on floats of 0 to 1."""
    yield {"adjusted": tf.image.adjust_gamma(tf.constant([[[0.0, 0.25, 0.9]]]), 0.5).numpy().ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
