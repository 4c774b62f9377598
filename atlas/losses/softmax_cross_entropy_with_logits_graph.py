import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The loss, and the gradients of loss + sum(half) to the logits and to the halves that the labels are twice of."""
    half = tf.constant([[0.1, 0.25, 0.15]])
    logits = tf.constant([[2.0, 0.0, 1.5]])
    loss = tf.nn.softmax_cross_entropy_with_logits(labels=2 * half, logits=logits)
    to_logits, to_half = tf.gradients(loss + tf.reduce_sum(half), [logits, half])
    with tf.Session() as sess:
        yield {"loss": sess.run(loss), "to_logits": sess.run(to_logits), "to_half": sess.run(to_half)}


if __name__ == "__main__":
    for record in trace():
        print(record)
