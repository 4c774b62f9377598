import tensorflow as tf


def trace():
    """Means of whole numbers (cut, not rounded), of four uint8 of 200, along an axis that is kept, and of none."""
    wholes = tf.reduce_mean(tf.constant([-1, -2, -2]))
    pixels = tf.reduce_mean(tf.constant([200, 200, 200, 200], tf.uint8))
    kept = tf.reduce_mean(tf.constant([[1.0, 2.0], [3.0, 5.0]]), 1, True)
    none = tf.reduce_mean(tf.zeros([0]))
    yield {"wholes": wholes.numpy(), "pixels": pixels.numpy(), "kept": kept.numpy(), "none": none.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
