import tensorflow as tf


def trace():
    """The sensitivity of ten scores where the specificity is 0.8."""
    labels = tf.constant([0, 1, 1, 0, 1, 0, 1, 0, 0, 1])
    scores = tf.constant([0.1, 0.4, 0.35, 0.8, 0.9, 0.2, 0.05, 0.6, 0.3, 0.45])
    metric = tf.keras.metrics.SensitivityAtSpecificity(0.8)
    metric.update_state(labels, scores)
    yield {"value": metric.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
