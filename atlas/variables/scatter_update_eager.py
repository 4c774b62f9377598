import tensorflow as tf


def trace():
    """Rows 1, 3 and 1 again: of an update the last one stays, of an addition both count."""
    updated = tf.tensor_scatter_nd_update(tf.zeros([4]), [[1], [3], [1]], [1.0, 2.0, 10.0])
    added = tf.tensor_scatter_nd_add(tf.zeros([4]), [[1], [3], [1]], [1.0, 2.0, 10.0])
    yield {"updated": updated.numpy(), "added": added.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
