import tensorflow as tf


def trace():
    """Loss and gradients to logits and labels; the labels of the second row sum to 1.5, a logit is far out."""
    logits = tf.constant([[1.0, -1.0, 0.5], [200.0, 0.0, -200.0]])
    labels = tf.constant([[0.2, 0.3, 0.5], [0.5, 0.5, 0.5]])
    with tf.GradientTape() as tape:
        tape.watch([logits, labels])
        loss = tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits)
    gradients = tape.gradient(loss, [logits, labels])
    yield {"loss": loss.numpy(), "to_logits": gradients[0].numpy(), "to_labels": gradients[1].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
