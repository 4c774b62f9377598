import tensorflow as tf


def trace():
    """Values and gradients at the kinks 0 and 6, beside them, and at NaN."""
    x = tf.constant([-1.0, 0.0, 3.0, 6.0, 7.0, float("nan")])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.nn.relu6(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
