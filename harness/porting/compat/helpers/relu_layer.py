def relu_layer(inputs, num_outputs, **arguments):
    """What tf.contrib.layers.relu computed."""
    return fully_connected(inputs, num_outputs, activation_fn=tf.nn.relu, **arguments)
