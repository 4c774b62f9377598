import tensorflow as tf


def trace():
    """0^0, 0^2, 0^-1, (-2)^2, 0^0.5 and 3^1.7 with the gradients to base and exponent, and whole numbers."""
    x, y = tf.constant([0.0, 0.0, 0.0, -2.0, 0.0, 3.0]), tf.constant([0.0, 2.0, -1.0, 2.0, 0.5, 1.7])
    with tf.GradientTape() as tape:
        tape.watch([x, y])
        power = tf.pow(x, y)
    to_base, to_exponent = tape.gradient(power, [x, y])
    wholes = tf.pow(tf.constant([-2, 3]), tf.constant([3, 0]))
    yield {
        "power": power.numpy(),
        "to_base": to_base.numpy(),
        "to_exponent": to_exponent.numpy(),
        "wholes": wholes.numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
