import tensorflow as tf


def trace():
    """A tenth in float32 as float64."""
    x = tf.constant([0.1, 1e20])
    yield {"y": tf.cast(x, tf.float64).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
