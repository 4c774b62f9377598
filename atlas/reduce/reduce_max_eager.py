import tensorflow as tf


def trace():
    """Maximum and gradient of rows with ties, with a NaN and of nothing else; the minimum beside them."""
    nan = float("nan")
    x = tf.constant([[3.0, 1.0, 3.0], [nan, 1.0, 2.0], [1.0, nan, 0.0], [nan, nan, nan]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        maxima = tf.reduce_max(x, 1)
    gradient = tape.gradient(maxima, x)
    yield {"maxima": maxima.numpy(), "gradient": gradient.numpy(), "minima": tf.reduce_min(x, 1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
