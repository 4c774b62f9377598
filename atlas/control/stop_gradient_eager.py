import tensorflow as tf


def trace():
    """x^2 with one of the factors held back, and held back whole (no gradient at all, None)."""
    x = tf.constant(3.0)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        half, whole = tf.stop_gradient(x) * x, tf.stop_gradient(x * x)
    yield {"half": tape.gradient(half, x).numpy(), "none": str(tape.gradient(whole, x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
