def l1_regularizer(scale, scope=None):
    """What tf.contrib.layers.l1_regularizer gave."""
    if scale == 0.0:
        return lambda weights: None

    def regularize(weights):
        factor = tf.convert_to_tensor(scale, weights.dtype.base_dtype)
        return tf.multiply(factor, tf.reduce_sum(tf.abs(weights)), name=scope)

    return regularize
