import tensorflow as tf


def trace():
    """The gradient of the loss with label smoothing 0.2 to two logits."""
    logits = tf.constant([[2.0, -1.0]])
    with tf.GradientTape() as tape:
        tape.watch(logits)
        loss = tf.keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.2)(
            tf.constant([[1.0, 0.0]]), logits
        )
    yield {"loss": loss.numpy(), "gradient": tape.gradient(loss, logits).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
