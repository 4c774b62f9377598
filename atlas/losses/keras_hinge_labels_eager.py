import tensorflow as tf


def trace():
    """The loss per example of four predictions for labels 0 and 1."""
    predictions = [[0.5], [-0.25], [1.0], [-2.0]]
    loss = tf.keras.losses.hinge(tf.constant([[1.0], [0.0], [0.0], [1.0]]), tf.constant(predictions))
    yield {"loss": loss.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
