import tensorflow as tf


def trace():
    """The loss of two rows of logits, plain and with label smoothing 0.1."""
    logits = [[2.0, -1.0, 0.5], [0.0, 3.0, -2.0]]
    labels = [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    plain = tf.keras.losses.CategoricalCrossentropy(from_logits=True)
    smooth = tf.keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)
    yield {"plain": plain(labels, logits).numpy(), "smooth": smooth(labels, logits).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
