import tensorflow as tf


def trace():
    """The accuracy of six classes, unweighted and weighted."""
    labels = tf.constant([0, 1, 1, 0, 1, 0])
    predictions = tf.constant([0, 1, 0, 0, 1, 1])
    weights = [1.0, 1.0, 2.0, 0.0, 0.5, 0.5]
    plain = tf.keras.metrics.Accuracy()
    weighted = tf.keras.metrics.Accuracy()
    plain.update_state(labels, predictions)
    weighted.update_state(labels, predictions, sample_weight=weights)
    yield {"plain": plain.result().numpy(), "weighted": weighted.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
