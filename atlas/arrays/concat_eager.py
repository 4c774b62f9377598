import tensorflow as tf


def trace():
    """Two matrices side by side and one above the other."""
    x, y = tf.constant([[1, 2], [3, 4]]), tf.constant([[5, 6], [7, 8]])
    yield {"beside": tf.concat([x, y], 1).numpy(), "above": tf.concat([x, y], 0).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
