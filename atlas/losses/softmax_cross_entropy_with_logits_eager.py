import tensorflow as tf


def trace():
    """The loss, and the gradients of loss + sum(half) to the logits and to the halves that the labels are twice of."""
    half = tf.constant([[0.1, 0.25, 0.15]])
    logits = tf.constant([[2.0, 0.0, 1.5]])
    with tf.GradientTape() as tape:
        tape.watch([logits, half])
        loss = tf.nn.softmax_cross_entropy_with_logits(labels=2 * half, logits=logits)
        total = loss + tf.reduce_sum(half)
    to_logits, to_half = tape.gradient(total, [logits, half])
    yield {"loss": loss.numpy(), "to_logits": to_logits.numpy(), "to_half": to_half.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
