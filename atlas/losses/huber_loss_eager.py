import tensorflow as tf


def trace():
    """The loss of four rows of two, without weights and with a weight per row, one of them 0."""
    labels = [[0.0, 1.0], [1.0, 2.0], [3.0, 0.0], [1.5, -1.0]]
    predictions = [[0.5, 0.75], [1.0, 2.0], [-2.5, 1.5], [0.0, 0.5]]
    weights = [[1.0], [0.0], [2.0], [0.5]]
    loss = tf.keras.losses.Huber()
    yield {
        "plain": loss(labels, predictions).numpy(),
        "weighted": loss(labels, predictions, sample_weight=weights).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
