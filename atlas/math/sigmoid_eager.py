import tensorflow as tf


def trace():
    """Values and gradients in the tails and the middle."""
    x = tf.constant([-100.0, -20.0, -12.33, -3.7, 0.13, 1.63, 6.76, 100.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.sigmoid(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
