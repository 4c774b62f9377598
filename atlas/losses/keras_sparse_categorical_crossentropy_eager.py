import tensorflow as tf


def trace():
    """The loss for probabilities that sum to 1 and to 2, with a 0, a 1e-8 and a 1 at the right class."""
    loss = tf.keras.losses.SparseCategoricalCrossentropy()
    for probabilities in [
        [[0.2, 0.5, 0.3]],
        [[0.4, 1.0, 0.6]],
        [[0.7, 0.0, 0.3]],
        [[0.7, 1e-8, 0.3]],
        [[0.0, 1.0, 0.0]],
    ]:
        yield {"loss": loss(tf.constant([1]), tf.constant(probabilities)).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
