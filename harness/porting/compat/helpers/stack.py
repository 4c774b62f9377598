def stack(inputs, layer, stack_args, **arguments):
    """What tf.contrib.layers.stack did."""
    scope = arguments.pop("scope", None)
    with tf.variable_scope(scope, "Stack", [inputs]):
        name = getattr(layer, "__name__", "stack")
        scope = scope or name.replace("conv2d", "convolution2d")
        for place, args in enumerate(stack_args):
            args = args if isinstance(args, (list, tuple)) else [args]
            inputs = layer(inputs, *args, **dict(arguments, scope=scope + "_" + str(place + 1)))
        return inputs
