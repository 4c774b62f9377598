def get_trainable_variables(scope=None, suffix=None):
    """What tf.contrib.framework.get_trainable_variables gave."""
    return get_variables(scope, suffix, tf.GraphKeys.TRAINABLE_VARIABLES)
