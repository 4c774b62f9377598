import tensorflow as tf


def trace():
    """A million times 0.1, ten thousand times 0.1 in float16, uint8 beyond 255, and an axis that is kept."""
    million = tf.reduce_sum(tf.fill([1000000], 0.1))
    halves = tf.reduce_sum(tf.cast(tf.fill([10000], 0.1), tf.float16))
    pixels = tf.reduce_sum(tf.constant([200, 200], tf.uint8))
    kept = tf.reduce_sum(tf.constant([[1.0, 2.0], [3.0, 5.0]]), 1, True)
    yield {"million": million.numpy(), "halves": halves.numpy(), "pixels": pixels.numpy(), "kept": kept.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
