import tensorflow as tf


def trace():
    """How many of ten scores are false negatives."""
    labels = tf.constant([0, 1, 1, 0, 1, 0, 1, 0, 0, 1])
    scores = tf.constant([0.1, 0.4, 0.35, 0.8, 0.9, 0.2, 0.05, 0.6, 0.3, 0.45])
    metric = tf.keras.metrics.FalseNegatives(thresholds=0.0)
    metric.update_state(labels, scores)
    yield {"value": metric.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
