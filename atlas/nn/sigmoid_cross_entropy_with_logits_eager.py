import tensorflow as tf


def trace():
    """Loss and gradient at logits far out, at 0 and at 3, labels 0, 0.5 and 1."""
    logits = tf.constant([-200.0, 0.0, 3.0, 200.0])
    labels = tf.constant([0.0, 1.0, 0.5, 0.0])
    with tf.GradientTape() as tape:
        tape.watch(logits)
        loss = tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)
    yield {"loss": loss.numpy(), "gradient": tape.gradient(loss, logits).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
