import tensorflow as tf


def trace():
    """Floats as texts, plainly, shortest and with two digits, and texts as numbers."""
    x = tf.constant([1.0, 0.1, 1e20, -0.0, float("nan"), 1e-10])
    yield {
        "plain": tf.strings.as_string(x).numpy(),
        "shortest": tf.strings.as_string(x, shortest=True).numpy(),
        "two": tf.strings.as_string(x, precision=2).numpy(),
        "numbers": tf.strings.to_number(tf.constant(["1.5", "1e3", "inf", "0.1"])).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
