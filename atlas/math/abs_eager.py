import tensorflow as tf


def trace():
    """Values and gradients at -2, 0, -0 and NaN, the sign, and the smallest int32, which has no opposite."""
    x = tf.constant([-2.0, 0.0, -0.0, float("nan")])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.abs(x)
    yield {
        "abs": y.numpy(),
        "gradient": tape.gradient(y, x).numpy(),
        "sign": tf.sign(x).numpy(),
        "wholes": tf.abs(tf.constant([-2147483648, -3])).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
