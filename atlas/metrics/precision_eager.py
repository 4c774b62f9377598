import tensorflow as tf


def trace():
    """The precision of ten predictions of 0 and 1, and of their scores."""
    labels = tf.constant([0, 1, 1, 0, 1, 0, 1, 0, 0, 1])
    scores = tf.constant([0.1, 0.4, 0.35, 0.8, 0.9, 0.2, 0.05, 0.6, 0.3, 0.45])
    predictions = tf.constant([0, 0, 0, 1, 1, 0, 0, 1, 0, 0])
    classes = tf.keras.metrics.Precision()
    raw = tf.keras.metrics.Precision()
    classes.update_state(labels, predictions)
    raw.update_state(labels, scores)
    yield {"classes": classes.result().numpy(), "raw": raw.result().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
