def alpha_dropout(x, keep_prob, noise_shape=None, seed=None, name=None):
    """What tf.contrib.nn.alpha_dropout computed."""
    with tf.name_scope(name, "alpha_dropout", [x]):
        shape = tf.shape(x) if noise_shape is None else noise_shape
        noise = keep_prob + tf.random_uniform(shape, seed=seed, dtype=x.dtype)
        kept, alpha = tf.floor(noise), -1.7580993408473766
        x = x * kept + alpha * (1 - kept)
        a = (keep_prob + keep_prob * (1 - keep_prob) * alpha**2) ** -0.5
        return a * x - a * alpha * (1 - keep_prob)
