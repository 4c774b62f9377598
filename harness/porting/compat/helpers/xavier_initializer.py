def xavier_initializer(uniform=True, seed=None, dtype=tf.float32):
    """What tf.contrib.layers.xavier_initializer drew."""
    return variance_scaling_initializer(1.0, "FAN_AVG", uniform, seed, dtype)
