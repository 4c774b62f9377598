import tensorflow as tf


def trace():
    """Buckets at, below and above the bounds 0 and 10."""
    x = tf.constant([[-1.0], [0.0], [9.9], [10.0], [11.0]])
    layer = tf.keras.layers.Discretization(bin_boundaries=[0.0, 10.0])
    yield {"buckets": tf.cast(layer(x), tf.int64).numpy().ravel()}


if __name__ == "__main__":
    for record in trace():
        print(record)
