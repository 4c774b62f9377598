import tensorflow as tf


def trace():
    """Loss and gradient of two rows, one with a logit that is far out."""
    logits = tf.constant([[1.0, -1.0, 0.5], [200.0, 0.0, -200.0]])
    with tf.GradientTape() as tape:
        tape.watch(logits)
        loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.constant([2, 1]), logits=logits)
    yield {"loss": loss.numpy(), "gradient": tape.gradient(loss, logits).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
