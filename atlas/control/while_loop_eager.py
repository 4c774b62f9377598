import tensorflow as tf


def trace():
    """x^8 by three squarings, its gradient, and a loop that is stopped after four steps."""
    x = tf.constant(1.1)
    with tf.GradientTape() as tape:
        tape.watch(x)
        power = tf.while_loop(lambda step, _: step < 3, lambda step, y: (step + 1, y * y), (0, x))[1]
    stopped = tf.while_loop(lambda step, _: step < 100, lambda step, y: (step + 1, 2 * y), (0, x), maximum_iterations=4)
    yield {"value": power.numpy()}
    yield {"value": tape.gradient(power, x).numpy()}
    yield {"value": stopped[1].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
