import tensorflow as tf


def trace():
    """Labels against predictions of three classes, plain and with weights."""
    labels, predictions = [0, 1, 2, 2], [0, 2, 2, 2]
    yield {"matrix": tf.math.confusion_matrix(labels, predictions, 3).numpy()}
    weights = tf.constant([0.5, 1.0, 2.0, 0.25])
    yield {"matrix": tf.math.confusion_matrix(labels, predictions, 3, weights, tf.float32).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
