def dropout(inputs, keep_prob=0.5, noise_shape=None, is_training=True, outputs_collections=None, scope=None, seed=None):
    """What tf.contrib.layers.dropout computed."""
    with tf.name_scope(scope or "Dropout"):
        if isinstance(is_training, (bool, int)):
            return tf.nn.dropout(inputs, keep_prob, noise_shape, seed) if is_training else tf.identity(inputs)
        return tf.cond(
            is_training, lambda: tf.nn.dropout(inputs, keep_prob, noise_shape, seed), lambda: tf.identity(inputs)
        )
