import tensorflow as tf


def trace():
    """Running sums, exclusive and in reverse, with a NaN on the way, and the gradient of the sums of squares."""
    x = tf.constant([0.1, 0.2, 0.7, 1e8, -1e8, 0.3])
    behind = tf.cumsum(tf.constant([1.0, float("nan"), 2.0]), exclusive=True, reverse=True)
    with tf.GradientTape() as tape:
        tape.watch(x)
        squares = tf.square(tf.cumsum(x[:3]))
    yield {"y": tf.cumsum(x).numpy(), "behind": behind.numpy(), "gradient": tape.gradient(squares, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
