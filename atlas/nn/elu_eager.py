import tensorflow as tf


def trace():
    """Values and gradients far below, just below, at and above 0."""
    x = tf.constant([-100.0, -5.018, -0.1, -0.071, -0.053, -1e-05, 0.0, 0.26, 1.219, 4.996, 9.431])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.nn.elu(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
