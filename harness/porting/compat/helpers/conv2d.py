def conv2d(
    inputs,
    num_outputs,
    kernel_size,
    stride=1,
    padding="SAME",
    data_format=None,
    rate=1,
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
    """What tf.contrib.layers.conv2d computed of images, with its names of variables."""
    data_format = data_format or "NHWC"
    with tf.variable_scope(scope, "Conv", [inputs], reuse=reuse):
        inputs = tf.convert_to_tensor(inputs)
        height, width = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
        strides = [stride, stride] if isinstance(stride, int) else list(stride)
        rates = [rate, rate] if isinstance(rate, int) else list(rate)
        last = data_format == "NHWC"
        channels = int(inputs.shape[-1 if last else 1])
        weights = tf.get_variable(
            "weights",
            [height, width, channels, num_outputs],
            inputs.dtype.base_dtype,
            weights_initializer or tf.glorot_uniform_initializer(),
            regularizer=weights_regularizer,
            trainable=trainable,
        )
        outputs = tf.nn.convolution(inputs, weights, padding.upper(), strides, rates, data_format=data_format)
        if normalizer_fn is None and biases_initializer is not None:
            biases = tf.get_variable(
                "biases",
                [num_outputs],
                inputs.dtype.base_dtype,
                biases_initializer,
                regularizer=biases_regularizer,
                trainable=trainable,
            )
            outputs = tf.nn.bias_add(outputs, biases, data_format=data_format)
        if normalizer_fn is not None:
            outputs = normalizer_fn(outputs, **(normalizer_params or {}))
        return outputs if activation_fn is None else activation_fn(outputs)
