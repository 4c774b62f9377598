import tensorflow as tf


def trace():
    """The first three of ties, of a row with a NaN, and the gradient to the ties."""
    x = tf.constant([[1.0, 3.0, 3.0, 2.0, 3.0, 3.0], [1.0, float("nan"), 3.0, 2.0, 0.0, 0.0]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        values, indices = tf.math.top_k(x, 3)
    yield {"values": values.numpy(), "indices": indices.numpy(), "gradient": tape.gradient(values, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
