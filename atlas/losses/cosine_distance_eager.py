import tensorflow as tf


def trace():
    """The loss of two rows that are no unit vectors."""
    labels = [[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]]
    predictions = [[0.5, 1.0, -1.0], [1.0, 1.0, 0.0]]
    loss = tf.keras.losses.CosineSimilarity()
    yield {"loss": loss(labels, predictions).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
