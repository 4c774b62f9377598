import tensorflow as tf


def trace():
    """Values and gradients in the tails and the middle."""
    x = tf.constant([-100.0, -20.0, -11.898, -11.825, -8.779, -4.849, -3.464, -1.946, 0.13, 6.76, 100.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.sigmoid(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
