import tensorflow as tf


def trace():
    """Roots and their gradients at 0, a tiny number, 2, 7.3, infinity and -1."""
    x = tf.constant([0.0, 1e-30, 2.92, 5.326, 13.502, 13.828, 16.977, 18.989, 24.054, 28.0, float("inf"), -1.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.sqrt(x)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
