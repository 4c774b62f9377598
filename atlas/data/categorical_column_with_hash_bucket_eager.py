import tensorflow as tf


def trace():
    """The buckets of four texts among fifty."""
    texts = tf.constant([["a"], ["b"], ["zebra"], ["42"]])
    yield {"buckets": tf.keras.layers.Hashing(50)(texts).numpy().ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
