import tensorflow as tf


def trace():
    """The mean intersection over union of three classes of four, the fourth absent."""
    labels = tf.constant([0, 1, 2, 0, 1, 2])
    predictions = tf.constant([0, 1, 1, 0, 2, 2])
    metric = tf.keras.metrics.MeanIoU(4)
    metric.update_state(labels, predictions)
    yield {"value": metric.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
