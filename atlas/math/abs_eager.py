import tensorflow as tf


def trace():
    """Values and gradients at -2, 0, -0 and NaN."""
    x = tf.constant([-2.0, 0.0, -0.0, float("nan")])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.abs(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
