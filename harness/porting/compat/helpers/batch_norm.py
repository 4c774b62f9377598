def batch_norm(
    inputs,
    decay=0.999,
    center=True,
    scale=False,
    epsilon=0.001,
    activation_fn=None,
    param_initializers=None,
    param_regularizers=None,
    updates_collections=tf.GraphKeys.UPDATE_OPS,
    is_training=True,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    batch_weights=None,
    fused=None,
    data_format="NHWC",
    zero_debias_moving_mean=False,
    scope=None,
):
    """What tf.contrib.layers.batch_norm computed (NHWC), with its names of variables."""
    initial = param_initializers or {}
    with tf.variable_scope(scope, "BatchNorm", [inputs], reuse=reuse):
        inputs = tf.convert_to_tensor(inputs)
        shape, channels = inputs.shape, [int(inputs.shape[-1])]

        def parameter(name, default, learned, wanted=True):
            if not wanted:
                return tf.constant(1.0 if name == "gamma" else 0.0, tf.float32, channels)
            return tf.get_variable(
                name,
                channels,
                tf.float32,
                initial.get(name, default),
                regularizer=(param_regularizers or {}).get(name) if learned else None,
                trainable=learned and trainable,
            )

        beta = parameter("beta", tf.zeros_initializer(), True, center)
        gamma = parameter("gamma", tf.ones_initializer(), True, scale)
        moving_mean = parameter("moving_mean", tf.zeros_initializer(), False)
        moving_variance = parameter("moving_variance", tf.ones_initializer(), False)
        fused = shape.ndims in (2, 4)
        images = tf.reshape(inputs, [-1, 1, 1, channels[0]]) if shape.ndims == 2 else inputs

        def of_batch():
            if fused:
                return tf.nn.fused_batch_norm(images, gamma, beta, epsilon=epsilon, is_training=True)
            mean, variance = tf.nn.moments(inputs, list(range(shape.ndims - 1)))
            return tf.nn.batch_normalization(inputs, mean, variance, beta, gamma, epsilon), mean, variance

        def of_moments():
            moments = moving_mean, moving_variance
            if fused:
                return tf.nn.fused_batch_norm(images, gamma, beta, *moments, epsilon=epsilon, is_training=False)
            return (tf.nn.batch_normalization(inputs, *moments, beta, gamma, epsilon),) + moments

        if isinstance(is_training, (bool, int)):
            outputs, mean, variance = of_batch() if is_training else of_moments()
        else:
            outputs, mean, variance = tf.cond(is_training, of_batch, of_moments)

        def updates():
            return [
                tf.assign_sub(moment, (moment - new) * (1.0 - decay))
                for moment, new in ((moving_mean, mean), (moving_variance, variance))
            ]

        if not isinstance(is_training, (bool, int)):
            done = [tf.cond(is_training, lambda: tf.group(*updates()), tf.no_op)]
        else:
            done = updates() if is_training else []
        if updates_collections is None:
            with tf.control_dependencies(done):
                outputs = tf.identity(outputs)
        else:
            for update in done:
                tf.add_to_collections(updates_collections, update)
        if shape.ndims == 2:
            outputs = tf.reshape(outputs, tf.shape(inputs))
        outputs.set_shape(shape)
        return outputs if activation_fn is None else activation_fn(outputs)
