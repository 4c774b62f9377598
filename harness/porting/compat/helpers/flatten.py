def flatten(inputs, outputs_collections=None, scope=None):
    """What tf.contrib.layers.flatten computed."""
    inputs = tf.convert_to_tensor(inputs)
    features = 1
    for size in inputs.shape[1:].as_list():
        features = None if size is None or features is None else features * size
    if features is None:
        return tf.reshape(inputs, [tf.shape(inputs)[0], -1])
    return tf.reshape(inputs, [-1, features])
