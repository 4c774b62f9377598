def conv2d_transpose(
    inputs,
    num_outputs,
    kernel_size,
    stride=1,
    padding="SAME",
    data_format="NHWC",
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
    """What tf.contrib.layers.conv2d_transpose computed (NHWC), with its names of variables."""
    with tf.variable_scope(scope, "Conv2d_transpose", [inputs], reuse=reuse):
        inputs = tf.convert_to_tensor(inputs)
        kernel = [kernel_size, kernel_size] if isinstance(kernel_size, int) else list(kernel_size)
        strides = [stride, stride] if isinstance(stride, int) else list(stride)
        weights = tf.get_variable(
            "weights",
            kernel + [num_outputs, int(inputs.shape[-1])],
            inputs.dtype.base_dtype,
            weights_initializer or tf.glorot_uniform_initializer(),
            regularizer=weights_regularizer,
            trainable=trainable,
        )
        sizes = []
        for axis in (0, 1):
            known = inputs.shape[axis + 1]
            known = getattr(known, "value", known)
            size = tf.shape(inputs)[axis + 1] if known is None else known
            grown = size * strides[axis]
            sizes.append(grown if padding.upper() == "SAME" else grown + max(kernel[axis] - strides[axis], 0))
        outputs = tf.nn.conv2d_transpose(
            inputs,
            weights,
            tf.stack([tf.shape(inputs)[0]] + sizes + [num_outputs]),
            [1] + strides + [1],
            padding.upper(),
        )
        fixed = [None if isinstance(size, tf.Tensor) else size for size in sizes]
        outputs.set_shape([inputs.shape[0]] + fixed + [num_outputs])
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
