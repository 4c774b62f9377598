import tensorflow as tf


def trace():
    """Segments 0, 0, 2: the one between them is empty; maxima, means, and the gradient at a tie."""
    x = tf.constant([3.0, 3.0, 2.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        maxima = tf.math.segment_max(x, tf.constant([0, 0, 2]))
    means = tf.math.segment_mean(x, tf.constant([0, 0, 2]))
    yield {"maxima": maxima.numpy(), "means": means.numpy(), "gradient": tape.gradient(maxima, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
