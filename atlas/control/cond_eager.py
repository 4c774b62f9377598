import tensorflow as tf


def trace():
    """The square of 3 and the double of -3, with gradients: the branch that is not taken gives none."""
    for value in (3.0, -3.0):
        x = tf.constant(value)
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = tf.cond(x > 0, lambda x=x: x * x, lambda x=x: 2 * x)
        yield {"y": y.numpy(), "gradient": tape.gradient(y, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
