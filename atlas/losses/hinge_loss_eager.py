import tensorflow as tf


def trace():
    """The loss of four predictions for labels 0 and 1, and for labels -1 and 1."""
    predictions = tf.constant([[0.5], [-0.25], [1.0], [-2.0]])
    loss = tf.keras.losses.Hinge()
    yield {
        "zero_one": loss(tf.constant([[1.0], [0.0], [0.0], [1.0]]), predictions).numpy(),
        "signs": loss(tf.constant([[1.0], [-1.0], [-1.0], [1.0]]), predictions).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
