import tensorflow as tf


def trace():
    """Two conditions that hold, of which the first counts, and none, which takes the default."""
    x = tf.constant(5)
    both = tf.case([(x > 1, lambda: tf.constant(1)), (x > 2, lambda: tf.constant(2))], lambda: tf.constant(0))
    none = tf.case([(x > 10, lambda: tf.constant(1)), (x > 20, lambda: tf.constant(2))], lambda: tf.constant(0))
    yield {"both": both.numpy(), "none": none.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
