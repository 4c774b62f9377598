def l2_regularizer(scale, scope=None):
    """What tf.contrib.layers.l2_regularizer gave."""
    if scale == 0.0:
        return lambda weights: None

    def regularize(weights):
        return tf.multiply(tf.convert_to_tensor(scale, weights.dtype.base_dtype), tf.nn.l2_loss(weights), name=scope)

    return regularize
