import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Loss and gradients to logits and labels; the labels of the second row sum to 1.5, a logit is far out."""
    logits = tf.constant([[1.0, -1.0, 0.5], [200.0, 0.0, -200.0]])
    labels = tf.constant([[0.2, 0.3, 0.5], [0.5, 0.5, 0.5]])
    loss = tf.nn.softmax_cross_entropy_with_logits_v2(labels=labels, logits=logits)
    gradients = tf.gradients(loss, [logits, labels])

    with tf.Session() as sess:
        values = sess.run([loss] + gradients)
    yield {"loss": values[0], "to_logits": values[1], "to_labels": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
