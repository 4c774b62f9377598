import tensorflow as tf


def trace():
    """Values and gradients in the tails and the middle, and of float64."""
    x = tf.constant([-20.0, -6.069, -5.909, -0.0003, 1.219, 4.996, 5.375, 8.141, 8.298, 8.462])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.tanh(x)
    doubles = tf.tanh(tf.constant([-1.86, 0.13, 6.76], tf.float64))
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy(), "doubles": doubles.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
