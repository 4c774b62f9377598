import tensorflow as tf


def trace():
    """Values and gradients where a plain sum of exponentials would overflow, and of minus infinities."""
    low = float("-inf")
    x = tf.constant([[1000.0, 1000.0], [-1000.0, 0.0], [low, 1.0], [low, low]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.reduce_logsumexp(x, 1)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
