import tensorflow as tf


def trace():
    """Squares of three numbers, floats made whole, running sums by scan, and a fold."""
    x = tf.constant([1.4, 2.5, 3.6])
    yield {
        "squares": tf.map_fn(lambda y: y * y, x).numpy(),
        "wholes": tf.map_fn(lambda y: tf.cast(y, tf.int32), x, dtype=tf.int32).numpy(),
        "sums": tf.scan(lambda total, y: total + y, x, initializer=tf.constant(10.0)).numpy(),
        "fold": tf.foldl(lambda total, y: 2 * total + y, x).numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
