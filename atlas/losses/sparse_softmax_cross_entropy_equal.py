import tensorflow as tf


def trace():
    """The loss of three rows of logits, without weights and with weights 1, 0 and 2."""
    logits = [[2.0, -1.0, 0.5], [0.0, 3.0, -2.0], [1.0, 1.0, 0.0]]
    labels = [0, 2, 1]
    weights = [1.0, 0.0, 2.0]
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    labels, logits = tf.constant(labels), tf.constant(logits)
    nonzero = tf.math.count_nonzero(weights, dtype=tf.float32) / 3
    yield {
        "plain": loss(labels, logits).numpy(),
        "weighted": (loss(labels, logits, sample_weight=weights) / nonzero).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
