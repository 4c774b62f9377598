import tensorflow as tf


def trace():
    """Two rows of letters joined letter by letter."""
    x, y = tf.constant(["a", "b"]), tf.constant(["c", "d"])
    yield {"y": tf.strings.join([x, y], "+").numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
