def linear_layer(inputs, num_outputs, **arguments):
    """What tf.contrib.layers.linear computed."""
    return fully_connected(inputs, num_outputs, activation_fn=None, **arguments)
