import tensorflow as tf


def trace():
    """Values and gradients with the default slope, at 0, -0 and NaN too."""
    x = tf.constant([-3.0, 0.0, -0.0, 0.1, float("nan")])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.nn.leaky_relu(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
