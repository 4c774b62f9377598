import tensorflow as tf


def trace():
    """The buckets of three pairs of texts among fifty."""
    pairs = tf.constant([["a"], ["b"], ["a"]]), tf.constant([["x"], ["y"], ["y"]])
    yield {"buckets": tf.keras.layers.HashedCrossing(50)(pairs).numpy().ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
