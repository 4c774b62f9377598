import tensorflow as tf


def trace():
    """The root of the mean squared error of four numbers."""
    labels = tf.constant([1.0, 2.0, -3.0, 0.5])
    predictions = tf.constant([1.5, 2.0, -1.0, 0.0])
    metric = tf.keras.metrics.RootMeanSquaredError()
    metric.update_state(labels, predictions)
    yield {"value": metric.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
