import tensorflow as tf


def trace():
    """A product, a difference and an opposite."""
    x, y = tf.constant([1.5, -2.0]), tf.constant([3.0, 0.1])
    yield {
        "product": tf.multiply(x, y).numpy(),
        "difference": tf.subtract(x, y).numpy(),
        "opposite": tf.negative(x).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
