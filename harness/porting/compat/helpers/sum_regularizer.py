def sum_regularizer(regularizer_list, scope=None):
    """What tf.contrib.layers.sum_regularizer gave."""

    def regularize(weights):
        penalties = [regularizer(weights) for regularizer in regularizer_list if regularizer is not None]
        penalties = [penalty for penalty in penalties if penalty is not None]
        return tf.add_n(penalties, name=scope) if penalties else None

    return regularize
