import tensorflow as tf


def trace():
    """The accuracy per class, averaged over three classes."""
    labels = tf.constant([0, 1, 2, 0, 1, 2])
    predictions = tf.constant([0, 1, 1, 0, 2, 2])
    metric = tf.keras.metrics.Recall()
    metric.update_state(tf.one_hot(labels, 3), tf.one_hot(predictions, 3))
    yield {"value": metric.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
