import tensorflow as tf


def trace():
    """Rows of zeros, of 1e-7 and of 3, 4, and the gradient to each; the second argument is the axis."""
    x = tf.constant([[0.0, 0.0], [1e-7, 0.0], [3.0, 4.0]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        normal = tf.math.l2_normalize(x, 1)
    yield {"normal": normal.numpy(), "gradient": tape.gradient(normal, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
