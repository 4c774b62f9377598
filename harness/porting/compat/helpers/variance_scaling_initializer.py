def variance_scaling_initializer(factor=2.0, mode="FAN_IN", uniform=False, seed=None, dtype=tf.float32):
    """What tf.contrib.layers.variance_scaling_initializer drew."""

    def initialize(shape, dtype=dtype, partition_info=None):
        shape = [int(size) for size in shape]
        fan_in = float(shape[-2]) if len(shape) > 1 else float(shape[-1])
        fan_out = float(shape[-1])
        for size in shape[:-2]:
            fan_in, fan_out = fan_in * size, fan_out * size
        fan = {"FAN_IN": fan_in, "FAN_OUT": fan_out, "FAN_AVG": (fan_in + fan_out) / 2.0}[mode]
        if uniform:
            limit = (3.0 * factor / fan) ** 0.5
            return tf.random_uniform(shape, -limit, limit, dtype, seed=seed)
        return tf.truncated_normal(shape, 0.0, (1.3 * factor / fan) ** 0.5, dtype, seed=seed)

    return initialize
