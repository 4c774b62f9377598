import tensorflow as tf


def trace():
    """What is a number, what is not, and what is neither."""
    x = tf.constant([1.0, float("nan"), float("inf"), 0.0])
    yield {
        "nan": tf.math.is_nan(x).numpy(),
        "finite": tf.math.is_finite(x).numpy(),
        "infinite": tf.math.is_inf(x).numpy(),
        "checked": tf.debugging.check_numerics(x[:1], "x").numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
