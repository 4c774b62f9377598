def l1_l2_regularizer(scale_l1=1.0, scale_l2=1.0, scope=None):
    """What tf.contrib.layers.l1_l2_regularizer gave."""
    return sum_regularizer([l1_regularizer(scale_l1), l2_regularizer(scale_l2)], scope)
