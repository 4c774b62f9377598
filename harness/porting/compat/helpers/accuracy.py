def accuracy(predictions, labels, weights=None, name=None):
    """What tf.contrib.metrics.accuracy computed."""
    with tf.name_scope(name, "accuracy", [predictions, labels]):
        hits = tf.cast(tf.equal(predictions, labels), tf.float32)
        if weights is not None:
            hits = hits * weights
            return tf.div(tf.reduce_sum(hits), tf.reduce_sum(tf.ones_like(hits) * weights))
        return tf.reduce_mean(hits)
