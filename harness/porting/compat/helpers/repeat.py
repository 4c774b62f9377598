def repeat(inputs, repetitions, layer, *args, **arguments):
    """What tf.contrib.layers.repeat did."""
    scope = arguments.pop("scope", None)
    with tf.variable_scope(scope, "Repeat", [inputs]):
        name = getattr(layer, "__name__", "repeat")
        scope = scope or name.replace("conv2d", "convolution2d")
        for place in range(repetitions):
            inputs = layer(inputs, *args, **dict(arguments, scope=scope + "_" + str(place + 1)))
        return inputs
