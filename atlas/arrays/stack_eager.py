import tensorflow as tf


def trace():
    """Two rows stacked along the first axis and along the second; the matrix unstacked along the second."""
    x, y = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])
    first, second = tf.unstack(tf.stack([x, y]), axis=1)
    yield {
        "rows": tf.stack([x, y]).numpy(),
        "columns": tf.stack([x, y], axis=1).numpy(),
        "first": first.numpy(),
        "second": second.numpy(),
    }


if __name__ == "__main__":
    for record in trace():
        print(record)
