import tensorflow as tf


def trace():
    """Exponentials and their gradients, from far below 0 to beyond what a float32 holds."""
    x = tf.constant([-104.0, -11.283, -8.235, -5.018, 0.26, 1.072, 1.219, 4.996, 9.431, 17.7, 88.8])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.exp(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
