import tensorflow as tf


def trace():
    """One truth for each of two rows, as a column, and the gradient through a logarithm that is not chosen."""
    rows = tf.where(tf.constant([True, False])[:, tf.newaxis], tf.ones([2, 2]), tf.zeros([2, 2]))
    x = tf.constant([0.0, 1.0])
    with tf.GradientTape() as tape:
        tape.watch(x)
        safe = tf.where(x > 0, tf.math.log(x), tf.zeros([2]))
    yield {"rows": rows.numpy(), "safe": safe.numpy(), "gradient": tape.gradient(safe, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
