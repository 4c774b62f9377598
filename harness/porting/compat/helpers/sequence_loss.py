def sequence_loss(
    logits,
    targets,
    weights,
    average_across_timesteps=True,
    average_across_batch=True,
    softmax_loss_function=None,
    name=None,
):
    """What tf.contrib.seq2seq.sequence_loss computed."""
    with tf.name_scope(name, "sequence_loss", [logits, targets, weights]):
        classes = tf.shape(logits)[2]
        flat, labels = tf.reshape(logits, [-1, classes]), tf.reshape(targets, [-1])
        if softmax_loss_function is None:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=flat)
        else:
            losses = softmax_loss_function(labels=labels, logits=flat)
        losses *= tf.reshape(weights, [-1])
        if average_across_timesteps and average_across_batch:
            return tf.reduce_sum(losses) / (tf.reduce_sum(weights) + 1e-12)
        losses = tf.reshape(losses, tf.shape(logits)[0:2])
        if average_across_timesteps:
            return tf.reduce_sum(losses, axis=[1]) / (tf.reduce_sum(weights, axis=[1]) + 1e-12)
        if average_across_batch:
            return tf.reduce_sum(losses, axis=[0]) / (tf.reduce_sum(weights, axis=[0]) + 1e-12)
        return losses
