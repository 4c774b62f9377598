import tensorflow as tf


def trace():
    """The gradient of a sum of five products of x with 1e8, 1, -1e8, 0.1 and 0.2."""
    x = tf.constant([1.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x * 1e8 + x * 1.0 + x * -1e8 + x * 0.1 + x * 0.2
    yield {"gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
