def fully_connected(
    inputs,
    num_outputs,
    activation_fn=tf.nn.relu,
    normalizer_fn=None,
    normalizer_params=None,
    weights_initializer=None,
    weights_regularizer=None,
    biases_initializer=tf.zeros_initializer(),
    biases_regularizer=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    scope=None,
):
    """What tf.contrib.layers.fully_connected computed, with its names of variables."""
    with tf.variable_scope(scope, "fully_connected", [inputs], reuse=reuse):
        inputs = tf.convert_to_tensor(inputs)
        features = int(inputs.shape[-1])
        weights = tf.get_variable(
            "weights",
            [features, num_outputs],
            inputs.dtype.base_dtype,
            weights_initializer or tf.glorot_uniform_initializer(),
            regularizer=weights_regularizer,
            trainable=trainable,
        )
        if inputs.shape.ndims > 2:
            outputs = tf.tensordot(inputs, weights, [[inputs.shape.ndims - 1], [0]])
        else:
            outputs = tf.matmul(inputs, weights)
        if normalizer_fn is None and biases_initializer is not None:
            biases = tf.get_variable(
                "biases",
                [num_outputs],
                inputs.dtype.base_dtype,
                biases_initializer,
                regularizer=biases_regularizer,
                trainable=trainable,
            )
            outputs = tf.nn.bias_add(outputs, biases)
        if normalizer_fn is not None:
            outputs = normalizer_fn(outputs, **(normalizer_params or {}))
        return outputs if activation_fn is None else activation_fn(outputs)
