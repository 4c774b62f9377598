import tensorflow as tf


def trace():
    """The loss of two rows that are no unit vectors."""
    labels = [[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]]
    predictions = [[0.5, 1.0, -1.0], [1.0, 1.0, 0.0]]
    labels, predictions = tf.constant(labels), tf.constant(predictions)
    loss = tf.reduce_mean(1 - tf.reduce_sum(labels * predictions, axis=1))
    yield {"loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
