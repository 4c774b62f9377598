import tensorflow as tf


def trace():
    """Exponentials and logarithms, and the ones near 1, of seven numbers each."""
    x = tf.constant([-20.1, -1.87, -1e-4, 0.13, 1.74, 6.76, 17.7])
    y = tf.abs(x)
    yield {
        "exp": tf.exp(x).numpy(),
        "log": tf.math.log(y).numpy(),
        "expm1": tf.math.expm1(x).numpy(),
        "log1p": tf.math.log1p(y).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
