import tensorflow as tf


def trace():
    """Maxima with ties and NaNs on either side, and the gradients to both sides: a tie's goes to the first."""
    nan = float("nan")
    x, y = tf.constant([1.0, 2.0, nan, 1.0, 2.0]), tf.constant([2.0, 2.0, 1.0, nan, nan])
    with tf.GradientTape() as tape:
        tape.watch([x, y])
        larger = tf.maximum(x, y)
    to_first, to_second = tape.gradient(larger, [x, y])
    yield {
        "maximum": larger.numpy(),
        "minimum": tf.minimum(x, y).numpy(),
        "to_first": to_first.numpy(),
        "to_second": to_second.numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
