import tensorflow as tf


def trace():
    """Exponentials and their gradients, from far below 0 to beyond what a float32 holds."""
    x = tf.constant([-104.0, -20.1, -1.87, -1e-4, 0.13, 1.74, 6.76, 17.7, 88.8])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.exp(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
