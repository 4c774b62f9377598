def repeat(inputs, repetitions, layer, *args, **arguments):
    """What tf.contrib.layers.repeat did."""
    scope = arguments.pop("scope", None)
    with tf.variable_scope(scope, "Repeat", [inputs]):
        scope = scope or getattr(layer, "__name__", "repeat")
        for place in range(repetitions):
            inputs = layer(inputs, *args, **dict(arguments, scope=scope + "_" + str(place + 1)))
        return inputs
