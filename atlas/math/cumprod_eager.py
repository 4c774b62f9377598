import tensorflow as tf


def trace():
    """Running products and gradients of a row without a zero and of one that begins with it."""
    x = tf.constant([[2.0, 3.0, 4.0], [0.0, 2.0, 3.0]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.math.cumprod(x, 1)
    yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
