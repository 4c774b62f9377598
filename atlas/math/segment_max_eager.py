import tensorflow as tf


def trace():
    """Maxima of segments 0, 0 and 1, and the gradient, which a tie shares."""
    x = tf.constant([3.0, 3.0, 2.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        maxima = tf.math.segment_max(x, tf.constant([0, 0, 1]))
    yield {"maxima": maxima.numpy(), "gradient": tape.gradient(maxima, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
