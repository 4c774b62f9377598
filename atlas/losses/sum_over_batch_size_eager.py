import tensorflow as tf


def trace():
    """The mean squared error of four weighted rows of two, in TF1 with reduction=SUM_OVER_BATCH_SIZE."""
    labels = [[0.0, 1.0], [1.0, 2.0], [3.0, 0.0], [1.5, -1.0]]
    predictions = [[0.5, 0.75], [1.0, 2.0], [-2.5, 1.5], [0.0, 0.5]]
    weights = [[1.0], [0.0], [2.0], [0.5]]
    loss = tf.keras.losses.MeanSquaredError()
    yield {"loss": loss(tf.constant(labels), tf.constant(predictions), sample_weight=weights).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
