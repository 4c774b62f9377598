import tensorflow as tf


def trace():
    """Two rows, one loss each."""
    labels = tf.constant([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]])
    predictions = tf.constant([[0.5, 1.0, -1.0], [1.0, 1.0, 0.0]])
    loss = -tf.keras.losses.cosine_similarity(labels, predictions)
    yield {"loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
