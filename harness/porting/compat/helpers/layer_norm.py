def layer_norm(
    inputs,
    center=True,
    scale=True,
    activation_fn=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    begin_norm_axis=1,
    begin_params_axis=-1,
    scope=None,
):
    """What tf.contrib.layers.layer_norm computed, with its names of variables."""
    with tf.variable_scope(scope, "LayerNorm", [inputs], reuse=reuse):
        inputs = tf.convert_to_tensor(inputs)
        shape = inputs.shape[begin_params_axis:].as_list()
        beta = gamma = None
        if center:
            beta = tf.get_variable("beta", shape, inputs.dtype.base_dtype, tf.zeros_initializer(), trainable=trainable)
        if scale:
            gamma = tf.get_variable("gamma", shape, inputs.dtype.base_dtype, tf.ones_initializer(), trainable=trainable)
        axes = list(range(begin_norm_axis % inputs.shape.ndims, inputs.shape.ndims))
        mean, variance = tf.nn.moments(inputs, axes, keep_dims=True)
        outputs = tf.nn.batch_normalization(inputs, mean, variance, beta, gamma, 1e-12)
        outputs.set_shape(inputs.shape)
        return outputs if activation_fn is None else activation_fn(outputs)
