def batch_and_drop_remainder(batch_size):
    """What tf.contrib.data.batch_and_drop_remainder did."""
    return lambda dataset: dataset.batch(batch_size, drop_remainder=True)
