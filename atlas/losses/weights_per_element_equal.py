import tensorflow as tf


def trace():
    """The mean squared error of four rows of two, with a weight per element."""
    labels = [[0.0, 1.0], [1.0, 2.0], [3.0, 0.0], [1.5, -1.0]]
    predictions = [[0.5, 0.75], [1.0, 2.0], [-2.5, 1.5], [0.0, 0.5]]
    weights = [[1.0, 0.0], [2.0, 1.0], [0.0, 3.0], [0.5, 0.5]]
    loss = tf.keras.losses.MeanSquaredError()
    labels, predictions = tf.constant(labels)[..., None], tf.constant(predictions)[..., None]
    nonzero = tf.math.count_nonzero(weights, dtype=tf.float32) / 8
    yield {"loss": (loss(labels, predictions, sample_weight=weights) / nonzero).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
