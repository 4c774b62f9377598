def apply_regularization(regularizer, weights_list=None):
    """What tf.contrib.layers.apply_regularization computed."""
    weights = tf.get_collection(tf.GraphKeys.WEIGHTS) if weights_list is None else weights_list
    penalties = [regularizer(each) for each in weights]
    penalties = [tf.constant(0.0) if penalty is None else penalty for penalty in penalties]
    for penalty in penalties:
        tf.add_to_collection(tf.GraphKeys.REGULARIZATION_LOSSES, penalty)
    return tf.add_n(penalties)
