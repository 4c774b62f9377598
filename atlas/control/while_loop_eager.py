import tensorflow as tf


def trace():
    """x^8 by three squarings, and its gradient."""
    x = tf.constant(1.1)
    with tf.GradientTape() as tape:
        tape.watch(x)
        power = tf.while_loop(lambda step, _: step < 3, lambda step, y: (step + 1, y * y), (0, x))[1]
    yield {"value": power.numpy()}
    yield {"value": tape.gradient(power, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
