import tensorflow as tf


def trace():
    """Rows 1, 0 and 1 of a matrix; the gradient of the row that is taken twice is the sum of both."""
    x = tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    with tf.GradientTape() as tape:
        tape.watch(x)
        rows = tf.gather(x, [1, 0, 1])
        squares = tf.square(rows)
    gradient = tf.convert_to_tensor(tape.gradient(squares, x))
    yield {"rows": rows.numpy(), "gradient": gradient.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
