import tensorflow as tf


def trace():
    """Two rows that are no unit vectors."""
    labels = [[1.0, 2.0], [0.0, 1.0]]
    predictions = [[0.5, 1.0], [1.0, 1.0]]
    metric = tf.keras.metrics.Mean()
    metric.update_state(1 - tf.reduce_sum(tf.constant(labels) * tf.constant(predictions), axis=1))
    yield {"value": metric.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
