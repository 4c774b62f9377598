import tensorflow as tf


def trace():
    """A NumPy function of two arrays that gives a float32 and an int64."""
    x, y = tf.constant([1.5, 2.5]), tf.constant([1, 2], tf.int64)
    scaled, total = tf.numpy_function(lambda x, y: (2 * x, y.sum()), [x, y], [tf.float32, tf.int64])
    yield {"scaled": scaled.numpy(), "total": total.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
