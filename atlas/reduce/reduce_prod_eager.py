import tensorflow as tf


def trace():
    """Products and gradients of rows without a zero, with one and with two."""
    x = tf.constant([[2.0, 3.0, 4.0], [0.0, 2.0, 3.0], [0.0, 0.0, 3.0]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        product = tf.reduce_prod(x, 1)
    yield {"product": product.numpy(), "gradient": tape.gradient(product, x).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
