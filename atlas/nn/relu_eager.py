import tensorflow as tf


def trace():
    """Values and gradients at -1, 0, -0, NaN and 2."""
    x = tf.constant([-1.0, 0.0, -0.0, float("nan"), 2.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.nn.relu(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
