def max_pool2d(
    inputs, kernel_size, stride=2, padding="VALID", data_format="NHWC", outputs_collections=None, scope=None
):
    """What tf.contrib.layers.max_pool2d computed."""
    kernel = [kernel_size, kernel_size] if isinstance(kernel_size, int) else list(kernel_size)
    strides = [stride, stride] if isinstance(stride, int) else list(stride)
    if data_format == "NCHW":
        kernel, strides = [1, 1] + kernel, [1, 1] + strides
    else:
        kernel, strides = [1] + kernel + [1], [1] + strides + [1]
    return tf.nn.max_pool(inputs, kernel, strides, padding.upper(), data_format=data_format, name=scope)
