import tensorflow as tf


def trace():
    """Rows, single elements and nothing of a 3x2 matrix."""
    x = tf.reshape(tf.range(6.0), [3, 2])
    rows = tf.boolean_mask(x, tf.constant([True, False, True]))
    elements = tf.boolean_mask(x, x > 2.5)
    nothing = tf.boolean_mask(x, tf.constant([False, False, False]))
    yield {"rows": rows.numpy(), "elements": elements.numpy(), "nothing": nothing.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
