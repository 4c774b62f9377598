import tensorflow as tf


def trace():
    """The place of the maximum among ties, behind a NaN, before one, and where nothing else is; the minimum's place."""
    nan = float("nan")
    x = tf.constant([[1.0, 3.0, 3.0], [nan, 1.0, 2.0], [3.0, nan, 1.0], [nan, nan, nan]])
    yield {"argmax": tf.argmax(x, 1).numpy(), "argmin": tf.argmin(x, 1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
