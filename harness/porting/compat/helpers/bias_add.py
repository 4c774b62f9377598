def bias_add(
    inputs,
    activation_fn=None,
    initializer=tf.zeros_initializer(),
    regularizer=None,
    reuse=None,
    variables_collections=None,
    outputs_collections=None,
    trainable=True,
    data_format="NHWC",
    scope=None,
):
    """What tf.contrib.layers.bias_add computed, with its names of variables."""
    with tf.variable_scope(scope, "BiasAdd", [inputs], reuse=reuse):
        inputs = tf.convert_to_tensor(inputs)
        features = int(inputs.shape[-1 if data_format == "NHWC" else 1])
        biases = tf.get_variable(
            "biases", [features], inputs.dtype.base_dtype, initializer, regularizer=regularizer, trainable=trainable
        )
        outputs = tf.nn.bias_add(inputs, biases, data_format=data_format)
        return outputs if activation_fn is None else activation_fn(outputs)
