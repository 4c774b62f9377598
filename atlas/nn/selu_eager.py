import tensorflow as tf


def trace():
    """Values and gradients far below, just below, at and above 0."""
    x = tf.constant([-100.0, -0.5, -1e-5, 0.0, 2.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.nn.selu(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
