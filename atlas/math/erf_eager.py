import tensorflow as tf


def trace():
    """The error function, what is left of it, and the gamma functions, of seven numbers."""
    x = tf.constant([-9.3, -1.87, -1e-4, 0.13, 1.63, 3.9, 6.76])
    yield {
        "erf": tf.math.erf(x).numpy(),
        "erfc": tf.math.erfc(x).numpy(),
        "lgamma": tf.math.lgamma(x).numpy(),
        "digamma": tf.math.digamma(x).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
